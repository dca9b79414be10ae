"""One thing after the other: a key or click that may lead elsewhere is done with before the next.

Textual hands a burst of keys to whatever has the keys when they arrive, before the first of them has
moved the focus or opened a screen. A slow machine or a stopped process makes bursts of what people
do one by one, and scripts send nothing else.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.widgets import Input, TextArea

from simulator.tui.typed import written

__all__ = ["WAY", "Inputs", "is_under_way", "leaves"]

WAY = "way"
"""The group of workers that lead to another screen."""
_PATIENCE = 5.0
"""Seconds after which the next input has its turn though the one before is not done with."""
_WAY_PATIENCE = 1.0
"""The same where the one before waits for the back room."""
_LOOK = 0.02
_BREATH = 0.002
"""Seconds between two looks whether anything came of an input; without it a look keeps a core busy."""


def leaves(event: events.Event) -> bool:
    """Whether it is a key that is heard at all times: how to leave, and leaving."""
    return isinstance(event, events.Key) and event.key in ("ctrl+q", "ctrl+c")


def is_under_way(app: App[Any]) -> bool:
    """Whether another screen is about to be opened."""
    return any(worker.group == WAY and not worker.is_finished for worker in app.workers)


class Inputs:
    """Decides when an input has its turn."""

    def __init__(
        self,
        app: App[Any],
        hand_on: Callable[[events.Event], Awaitable[None]],
        can_act: Callable[[], bool],
    ) -> None:
        """*can_act*: whether the screen has what its keys need; before that they wait."""
        self._app = app
        self._can_act = can_act
        self._hand_on = hand_on
        self._waiting: deque[events.Event] = deque()
        self._steps: asyncio.Task[None] | None = None
        self._has_typed = False
        """Whether there may be text on its way to a text box."""

    def has_to_wait(self, event: events.Event) -> bool:
        """Whether it is not the turn of *event*; it is handed on by itself then."""
        if not self._can_act() and leaves(event):
            return False
        if self._steps is None:
            if not self._may_lead_elsewhere(event):
                self._has_typed = self._has_typed or not isinstance(event, events.MouseEvent)
                return False
            self._steps = asyncio.create_task(self._one_by_one())
        self._waiting.append(event)
        return True

    def _writes(self, event: events.Event) -> bool:
        """Whether it puts text into a text box and does nothing else."""
        if not isinstance(self._app.focused, (TextArea, Input)):
            return False
        if isinstance(event, events.Key):
            return bool(written(event))
        return isinstance(event, events.Paste)

    def _may_lead_elsewhere(self, event: events.Event) -> bool:
        acts = isinstance(event, (events.Key, events.MouseDown, events.MouseUp))
        return acts and not self._writes(event)

    async def _one_by_one(self) -> None:
        try:
            while not self._can_act():
                await asyncio.sleep(_LOOK)
            while self._waiting:
                event = self._waiting.popleft()
                if not self._may_lead_elsewhere(event):
                    self._has_typed = True
                    self._app.call_later(self._hand_on, event)
                    continue
                if self._has_typed:
                    await self._rest()
                shown = self._app.screen
                self._app.call_later(self._hand_on, event)
                await self._rest()
                if self._app.screen is not shown:
                    self._leave_out_repeats(event)
        finally:
            self._steps = None

    def _leave_out_repeats(self, event: events.Event) -> None:
        """The same again, before the screen was there that it led to, was not meant for that one."""
        while self._waiting and _repeats(event, self._waiting[0]):
            self._waiting.popleft()

    async def _rest(self) -> None:
        """Wait until what was handed on has had its effect."""
        self._has_typed = False
        loop = asyncio.get_running_loop()
        end = loop.time() + _PATIENCE
        while not await self._passed_through(end) and loop.time() < end:
            if self._app.return_code is not None:
                return  # the program ends: what is left in its queues is heard by nobody
            await asyncio.sleep(_BREATH)
        end = min(end, loop.time() + _WAY_PATIENCE)
        while is_under_way(self._app) and loop.time() < end:
            await asyncio.sleep(_LOOK)
            await self._passed_through(end)

    async def _passed_through(self, end: float) -> bool:
        """Let a call take the way of a key, from what has the keys up to the app, until *end*.

        Gives whether nothing came after it: what a key led to may have led to something in turn.
        """
        app = self._app
        await self._reached(app, end)
        nodes = (app.focused or app.screen).ancestors_with_self
        for node in nodes:
            await self._reached(node, end)
        return app.screen in nodes and not any(node.message_queue_size for node in nodes)

    async def _reached(self, node: DOMNode, end: float) -> None:
        """Wait until *node* has taken in what it was sent before; a node that goes is not waited for."""
        reached, loop = asyncio.Event(), asyncio.get_running_loop()
        scheduled = node.call_later(reached.set)
        while scheduled and not reached.is_set() and loop.time() < end:
            if node is not self._app and not node.is_attached:
                return
            try:
                await asyncio.wait_for(reached.wait(), _LOOK)
            except TimeoutError:
                continue


def _repeats(event: events.Event, following: events.Event) -> bool:
    if isinstance(event, events.Key):
        return isinstance(following, events.Key) and following.key == event.key
    return isinstance(following, (events.MouseDown, events.MouseUp))
