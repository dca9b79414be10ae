"""Where the contact is worked on: one thread beside the one that draws.

Opening the store, reading a scenario, grading the first reply and waiting for the disk may not
freeze the screen, nor hold up its first frame. One thread in all keeps the order of inputs and
drafts, and owns its own connection to the store, as a connection may not change threads. What is
done here is the contact's business.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from simulator.contact import Contact, Start
    from simulator.workplace import Workplace

_T = TypeVar("_T")

__all__ = ["BackRoom", "users_workplace"]


def users_workplace() -> Workplace:
    """The workplace of this computer's user; raises StoreError."""
    from simulator.workplace import open_workplace

    return open_workplace()


class BackRoom:
    """Runs calls one after the other, away from the screen."""

    def __init__(self, opening: Callable[[], Workplace] = users_workplace) -> None:
        """*opening* is called in the back room, when a workplace is first needed."""
        self._opening = opening
        self._inside: Workplace | None = None
        self.when_done: Callable[[], None] | None = None
        """Called in the loop of whoever asked, after each thing that was asked for and done."""
        self._hands = ThreadPoolExecutor(max_workers=1, thread_name_prefix="backroom")

    @classmethod
    def beside(cls, workplace: Workplace) -> BackRoom:
        """A back room for a workplace that is open already, with a connection of its own."""
        return cls(workplace.another)

    def submit(self, call: Callable[[Workplace], _T]) -> Future[_T]:
        """Begin with *call* at once; its future may be waited for from any loop."""
        return self._hands.submit(lambda: call(self._workplace()))

    async def use(self, call: Callable[[Workplace], _T]) -> _T:
        """The result of *call* with the back room's workplace; its errors are raised here."""
        return await self._done(self.submit(call))

    async def ask(self, call: Callable[[], _T]) -> _T:
        """The result of *call*, run in the back room; its errors are raised here."""
        return await self._done(self._hands.submit(call))

    async def _done(self, future: Future[_T]) -> _T:
        result = await asyncio.wrap_future(future)
        if self.when_done is not None:
            self.when_done()
        return result

    def hurry(self, call: Callable[[], object], seconds: float) -> None:
        """Run *call* and wait at most *seconds*, for the moment before the program ends."""
        future: Future[object] = self._hands.submit(call)
        with suppress(Exception):  # nothing more can be done about it
            future.result(timeout=seconds)

    async def workplace_outside(self) -> Workplace:
        """The same workplace with a connection for the thread that asks; raises StoreError."""
        inside = await self.ask(self._workplace)
        return inside.another()

    async def begin(self, start: Start) -> Contact:
        """A new contact; raises what ``Contact.begin`` raises."""

        def begin(workplace: Workplace) -> Contact:
            from simulator.contact import Contact

            return Contact.begin(workplace, start)

        return await self.use(begin)

    async def resume(self, session_id: str) -> Contact:
        """A stored contact; raises what ``Contact.resume`` raises."""

        def resume(workplace: Workplace) -> Contact:
            from simulator.contact import Contact

            return Contact.resume(workplace, session_id)

        return await self.use(resume)

    async def warm_up(self) -> None:
        """Load what the first reply needs while its writer is still reading."""
        await self.ask(lambda: self._workplace().judge)

    def close(self) -> None:
        """Finish what was asked, then close the store; does not wait for it."""
        self._hands.submit(self._close)
        self._hands.shutdown(wait=False)

    def _workplace(self) -> Workplace:
        if self._inside is None:
            self._inside = self._opening()
        return self._inside

    def _close(self) -> None:
        if self._inside is not None:
            self._inside.close()
