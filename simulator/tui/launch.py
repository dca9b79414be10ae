"""How the app comes up quickly: frame first, contact next, everything else after that.

The two could go on side by side, but Python runs one thread at a time: measured, the frame came a
third later and the customer's first words no sooner. So the back room begins once the frame is
drawn, and waits for the disk while the screen goes on. Errors of this first work end the app and
are raised to the caller, who tells them in the same words and with the same exit codes as without
the app.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from simulator.machine.paths import data_directory, store_path
from simulator.options import choose_language
from simulator.tui.early import early_settings

if TYPE_CHECKING:
    from simulator.contact import Contact
    from simulator.tui.opening import Opening
    from simulator.workplace import Workplace

__all__ = ["run_app"]


def run_app(
    flag: str | None,
    first: Callable[[Workplace], Contact] | None = None,
    opening: Callable[[], Workplace] | None = None,
    opens: Opening | None = None,
    *,
    review: bool = False,
) -> int:
    """Play in the full screen until the person leaves.

    *flag* is the language asked for, *first* makes the contact to begin with (without it the app
    opens on its first screen; with *review* it is reviewed, not played), *opening* the workplace
    (the user's own unless given). Both run in the back room. *opens* makes another screen to open
    on. Gives 0, 3 after a fault of the program, or 128 + the signal that ended it;
    raises what *opening* and *first* raise. Needs a terminal: the caller has to check that there
    is one.
    """
    # What is loaded now stays for good; looking through it for garbage took a tenth of the start.
    gc.disable()
    try:
        from simulator.tui.app import SupportdojoApp
        from simulator.tui.backroom import BackRoom

        settings = early_settings(store_path(data_directory(os.environ)))
        app = SupportdojoApp(
            BackRoom(opening) if opening is not None else BackRoom(),
            choose_language(flag, settings.get("language", "")),
            first=first,
            review=review,
            theme=settings.get("theme", ""),
            opens=opens,
        )
        app.run()
    finally:
        gc.enable()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
