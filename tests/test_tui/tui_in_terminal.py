"""Opens the app on the small world in a real terminal: home folder, language, what to do."""

from __future__ import annotations

import sys
from pathlib import Path

from tui_world import World

from simulator.tui.app import SupportdojoApp
from simulator.tui.launch import run_app
from simulator.tui.screens.call import CallScreen
from simulator.tui.typed import TerminalText


def main() -> int:
    home, language, trouble = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    world = World(home, language=language)  # type: ignore[arg-type]

    def fail(self: CallScreen) -> None:
        secret = "SECRET-KEY-1234"
        raise RuntimeError(f"about {self.query_one('#reply').text} {secret}")  # type: ignore[attr-defined]

    def hang(self: CallScreen) -> None:
        import time

        time.sleep(60)

    if trouble == "fail":
        CallScreen.action_to_reply = fail  # type: ignore[method-assign]
    elif trouble == "hang":
        CallScreen.action_to_reply = hang  # type: ignore[method-assign]
    elif trouble == "fail-at-input":

        def misread(self: TerminalText, data: bytes) -> str:
            if b"\x05" in data:
                raise RuntimeError("SECRET-KEY-1234")
            return take(self, data)

        take = TerminalText.take
        TerminalText.take = misread  # type: ignore[method-assign]
    elif trouble == "fail-in-worker":

        async def fail_later(self: CallScreen) -> None:
            fail(self)

        CallScreen.action_to_reply = lambda self: self.run_worker(fail_later(self))  # type: ignore
    first = None if trouble == "home" else world.first("practice")
    return run_app(language, first, world.workplace)


assert SupportdojoApp
if __name__ == "__main__":
    sys.exit(main())
