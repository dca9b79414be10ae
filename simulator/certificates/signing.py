"""The key that certificates are signed with: Ed25519, one a data directory, made on first use.

The library for it is loaded only when something is signed or verified.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator.errors import UsageError
from simulator.machine.paths import make_private

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

__all__ = ["BadKey", "SigningKey", "checked_key", "fingerprint", "holds", "known_key"]

_MAX_KEY_BYTES: Final = 10_000
_FINGERPRINT: Final = 32
"""Hexadecimal digits that people compare: 128 bits of the hash."""

_SMALL: Final = frozenset(
    {
        "00" * 32,
        "01" + "00" * 31,
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ec" + "ff" * 30 + "7f",
        "ed" + "ff" * 30 + "7f",
        "ee" + "ff" * 30 + "7f",
    }
)
"""Points of small order, without their sign bit: as keys they let one signature fit many texts."""


class BadKey(Exception):
    """The file of the key cannot be used; the text says why."""


class SigningKey:
    """A private key that was read from its file."""

    def __init__(self, key: Ed25519PrivateKey) -> None:
        """Use ``open`` instead."""
        self._key = key

    @classmethod
    def open(cls, path: Path) -> SigningKey:
        """The key in *path*, made there where there is none; raises BadKey."""
        try:
            data = _read(path) or _make(path)
            make_private(path)
        except OSError as error:
            raise BadKey(error.strerror or type(error).__name__) from error
        return cls(_loaded(data))

    @property
    def public(self) -> str:
        """The public key, hexadecimal."""
        return self._key.public_key().public_bytes_raw().hex()

    def sign(self, text: str) -> str:
        """The signature over the UTF-8 of *text*, hexadecimal."""
        return self._key.sign(text.encode("utf-8", "surrogatepass")).hex()


def checked_key(path: Path) -> str:
    """The public key of the key in *path*; raises UsageError where it cannot be used."""
    try:
        return SigningKey(_loaded(_read(path))).public
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError("key.bad", path=str(path), reason=reason) from error
    except BadKey as error:
        raise UsageError("key.bad", path=str(path), reason=str(error)) from error


def known_key(path: Path) -> str | None:
    """The public key of the key in *path*; None where there is none that can be used."""
    try:
        data = _read(path)
        return SigningKey(_loaded(data)).public if data else None
    except (OSError, BadKey):
        return None


def holds(public: str, signature: str, text: str) -> bool:
    """Whether *signature* is that of *public* over *text*; False for a key that is none."""
    unsigned = f"{public[:-2]}{int(public[-2:], 16) & 0x7F:02x}"
    if unsigned in _SMALL:
        return False
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
        key.verify(bytes.fromhex(signature), text.encode("utf-8", "surrogatepass"))
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(public: str) -> str:
    """What people compare: the first half of the SHA-256 of the key, in groups of four."""
    digest = hashlib.sha256(bytes.fromhex(public)).hexdigest()[:_FINGERPRINT]
    return " ".join(digest[at : at + 4] for at in range(0, len(digest), 4))


def _read(path: Path) -> bytes:
    """What the file holds; nothing where there is none."""
    try:
        with path.open("rb") as stream:
            return stream.read(_MAX_KEY_BYTES)
    except FileNotFoundError:
        return b""


def _make(path: Path) -> bytes:
    """A new key, written whole or not at all, for its owner only."""
    import tempfile

    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    data = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    # mkstemp makes the file 0600; a link never replaces a key that another process made meanwhile.
    number, name = tempfile.mkstemp(dir=path.parent, prefix=".signing-")
    part = Path(name)
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        return _put(part, path, data)
    finally:
        part.unlink(missing_ok=True)


def _put(part: Path, path: Path, data: bytes) -> bytes:
    try:
        os.link(part, path)
    except FileExistsError:
        return _read(path)
    except OSError:  # a file system without links
        if path.exists():
            return _read(path)
        part.replace(path)
    return data


def _loaded(data: bytes) -> Ed25519PrivateKey:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    try:
        key = serialization.load_pem_private_key(data, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise BadKey("not a PEM file of a private key without password") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise BadKey("not an Ed25519 key")
    return key
