"""``new``: a few questions, and a folder with a small scenario that validates and plays.

Everything is written beside its place first and moved there at the end, so that an interrupt leaves
nothing behind; what is there already is never touched.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from contextlib import suppress
from pathlib import Path

import scenarios
from scenarios.first_files import Answers, default_answers, first_files
from scenarios.language import Language
from scenarios.loader import Library
from scenarios.model import Shop
from scenarios.modelines import PACK_SCHEMAS, modeline, with_modeline
from scenarios.packs import folder_pack, pack_library
from scenarios.places import FOLDERS_OF_FILES, exists, expanded
from scenarios.text import is_identifier, is_reserved
from simulator.errors import UsageError
from simulator.libraries import PACKS_VARIABLE, quick_library
from simulator.machine.files import made_folder
from simulator.machine.output import write
from simulator.options import choose_language
from simulator.words.writing import WRITING
from simulator.writing.interview import Interview, free_id


def run(arguments: argparse.Namespace) -> int:
    language = choose_language(arguments.lang)
    pack = expanded(arguments.into)
    library = quick_library(_without(pack))
    if arguments.id is not None:
        _check_id(arguments.id, pack, library, language)
    taken = {*library.ids, *_names_in(pack)}
    shop = _shop_of(pack, library)
    if arguments.yes:
        answers = default_answers(arguments.id or free_id(taken), shop)
    else:
        answers = _interview(arguments.id, taken, shop, language)
    folder = write_scenario(answers, pack, shop, language)
    write(WRITING.say("new.made", language, path=folder))
    usual = default_answers(answers.id, library.shop, answers.type, answers.channel)
    if shop != library.shop or answers != usual:
        _tell_misses(answers, pack, folder, language)
    write(WRITING.say("new.next", language, id=answers.id, pack=_shell(pack), path=_shell(folder)))
    return 0


def _without(pack: Path) -> dict[str, str]:
    """The environment with nothing asked of a pack that is named there and made only now."""
    environ = dict(os.environ)
    if not exists(pack):
        named = environ.get(PACKS_VARIABLE, "").split(os.pathsep)
        place = os.path.realpath(pack)
        others = [p for p in named if os.path.realpath(os.path.expanduser(p)) != place]  # noqa: PTH111
        environ[PACKS_VARIABLE] = os.pathsep.join(others)
    return environ


def _shop_of(pack: Path, library: Library) -> Shop:
    """The pack's own, where it brings one: its scenarios have only the desk actions of that."""
    return pack_library(folder_pack(str(pack)), library).shop if exists(pack) else library.shop


def _check_id(scenario_id: str, pack: Path, library: Library, language: Language) -> None:
    if not is_identifier(scenario_id):
        key = "new.reserved" if is_reserved(scenario_id) else "new.bad-id"
        detail = WRITING.say(key, language, value=scenario_id)
    elif scenario_id in FOLDERS_OF_FILES:
        detail = WRITING.say("new.folder", language, value=scenario_id)
    elif os.path.lexists(pack / scenario_id):
        detail = WRITING.say("new.exists", language, path=pack / scenario_id)
    elif scenario_id in library.ids:
        detail = WRITING.say("new.taken", language, value=scenario_id)
    else:
        return
    raise UsageError("usage", detail=detail)


def _names_in(pack: Path) -> list[str]:
    with suppress(OSError):
        return [entry.name for entry in pack.iterdir()]
    return []


def _interview(given_id: str | None, taken: set[str], shop: Shop, language: Language) -> Answers:
    with suppress(ImportError):
        import readline  # noqa: F401 - makes arrow keys work while typing
    try:
        return Interview(input, write, language, shop).answers(given_id, taken)
    except EOFError as error:
        raise UsageError("usage", detail=WRITING.say("new.ended", language)) from error


# ---------------------------------------------------------------- writing


def write_scenario(answers: Answers, pack: Path, shop: Shop, language: Language) -> Path:
    """The folder with all its files; raises UsageError where it cannot be made or is there."""
    folder = pack / answers.id
    if os.path.lexists(folder):
        raise UsageError("usage", detail=WRITING.say("new.exists", language, path=folder))
    try:
        with made_folder(pack), tempfile.TemporaryDirectory(prefix=".new-", dir=pack) as place:
            made = Path(place) / answers.id
            for name, text in first_files(answers, shop, language, _phrases).items():
                line = modeline((answers.id, *name.split("/")), PACK_SCHEMAS)
                file = made / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(with_modeline(text, line), encoding="utf-8", newline="\n")
            schemas = _missing_schemas(pack, Path(place))
            if schemas:
                (pack / PACK_SCHEMAS).mkdir(exist_ok=True)
            for schema in schemas:
                schema.rename(pack / PACK_SCHEMAS / schema.name)
            made.rename(folder)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        detail = WRITING.say("new.not-written", language, path=pack, reason=reason)
        raise UsageError("usage", detail=detail) from error
    return folder


def _phrases(text: str, language: Language, length: int) -> tuple[str, ...]:
    """The dictionaries are loaded only for somebody who typed a sentence of their own."""
    from scoring.cues.phrases import phrases

    return phrases(text, language, length)


def _missing_schemas(pack: Path, place: Path) -> list[Path]:
    """Copies in *place* of the schemas that the pack has not, so that it works on every machine."""
    copies = []
    for schema in sorted((Path(scenarios.__path__[0]) / "schema").glob("*.json")):
        if not (pack / PACK_SCHEMAS / schema.name).exists():
            copies.append(place / schema.name)
            copies[-1].write_bytes(schema.read_bytes())
    return copies


def _shell(path: Path) -> str:
    """*path* for a command line."""
    import shlex

    return shlex.quote(str(path)) if os.name == "posix" else f'"{path}"'


def _tell_misses(answers: Answers, pack: Path, folder: Path, language: Language) -> None:
    """Own words and a shop of one's own may not do as they should; the program's are known to."""
    from scenarios.loader import builtin_library
    from scenarios.packs import folder_pack, pack_library
    from simulator.writing.exemplars import check_exemplar, practice_room

    library = pack_library(folder_pack(str(pack)), builtin_library())
    with practice_room(library) as room:
        for name in library.exemplar_names(answers.id):
            if not check_exemplar(room, answers.id, name).fits:
                values = {"name": name, "path": _shell(folder)}
                write(WRITING.say("new.out-of-band", language, **values))
