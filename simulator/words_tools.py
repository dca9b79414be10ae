"""The words of the commands for people who write scenarios."""

from __future__ import annotations

from scenarios.language import Text
from simulator.words import Words

__all__ = ["TOOLS"]

TOOLS = Words(
    {
        "packs.built-in": Text(ja="組み込み", en="built-in"),
        "packs.head": Text(
            ja="{name}　シナリオ {count} 件{more}",
            en="{name}: {count} {scenarios}{more}",
        ),
        "packs.scenarios-1": Text(ja="", en="scenario"),
        "packs.scenarios": Text(ja="", en="scenarios"),
        "packs.package": Text(ja="（パッケージ {package}）", en=" (package {package})"),
        "packs.problems": Text(ja="　問題 {count} 件", en=", problems: {count}"),
    }
)
