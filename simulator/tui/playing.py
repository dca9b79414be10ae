"""Which screen a contact is played on, by what it is practised for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.contact import Contact
    from simulator.practice.moment import MomentContact
    from simulator.tui.screens.base import DojoScreen

__all__ = ["playing_screen"]


def playing_screen(contact: Contact, typed: str = "") -> DojoScreen[None] | None:
    """The screen to go on with; None where the contact is over and note or debrief come next.

    *typed*: a reply begun elsewhere, which stands for the stored draft.
    """
    from simulator.practice.moment import MomentContact

    if isinstance(contact, MomentContact):
        return _moment_screen(contact, typed)
    if contact.ended:
        return None
    from simulator.tui.screens.call import CallScreen

    return CallScreen(contact, typed)


def _moment_screen(contact: MomentContact, typed: str) -> DojoScreen[None] | None:
    if contact.answered:
        from simulator.tui.screens.moment_result import MomentResultScreen

        return MomentResultScreen(contact)
    if contact.ended:
        return None
    from simulator.tui.screens.moment import MomentScreen

    return MomentScreen(contact, typed)
