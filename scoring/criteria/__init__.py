"""The kinds of criterion: what each looks at in one reply, in a module of its own.

A kind turns a ``View`` into a ``Judgement``. Weights, anchors and words are the rubric's; points
are made in ``rubric_score`` and ``reply.grade``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from scoring.criteria.judgement import Judgement
from scoring.moment.view import View

Kind = Callable[[View], Judgement]


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind by the name that a rubric uses."""
    from scoring.criteria import apology, choices, duty, named_topic, step, tone, wishes

    modules = (apology, choices, duty, named_topic, step, tone, wishes)
    return {name: kind for module in modules for name, kind in module.KINDS.items()}
