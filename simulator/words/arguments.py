"""What is wrong with the arguments of a command, in both languages."""

from __future__ import annotations

from scenarios.language import Text
from simulator.words import Words

__all__ = ["ARGUMENTS"]

ARGUMENTS = Words(
    {
        "command": Text(
            ja="「{value}」というコマンドはありません。一覧は supportdojo --help で見られます。",
            en="error: there is no command '{value}'. supportdojo --help lists them all.",
        ),
        "command-near": Text(
            ja="「{value}」というコマンドはありません。「{near}」ではありませんか。一覧は supportdojo --help で見られます。",
            en="error: there is no command '{value}'. Did you mean '{near}'? supportdojo --help lists them all.",
        ),
        "choice": Text(
            ja="{name} に「{value}」は指定できません。次のどれかにしてください: {choices}",
            en="error: argument {name}: '{value}' is not one of {choices}",
        ),
        "missing": Text(
            ja="{name} を指定してください。",
            en="error: the following arguments are required: {name}",
        ),
        "unknown": Text(
            ja="このコマンドにない指定です: {value}　使える指定は --help で見られます。",
            en="error: unrecognized arguments: {value}. --help shows what can be given.",
        ),
        "value": Text(
            ja="{name} には値が要ります。",
            en="error: argument {name}: needs a value",
        ),
        "number": Text(
            ja="{name} は {lowest} から {most} までの整数で指定してください。",
            en="error: argument {name}: must be a whole number from {lowest} to {most}",
        ),
        "empty": Text(
            ja="{name} が空です。何を書くかは --help で見られます。",
            en="error: argument {name}: is empty. --help tells what goes there.",
        ),
        "no-path": Text(
            ja="{name} が空です。ファイルかフォルダーを指定してください（いまのフォルダーは . です）。",
            en="error: argument {name}: is empty. Name a file or folder (. is the folder you are in).",
        ),
        "twice": Text(
            ja="{name} は一度しか指定できません。残すものを一つ選んでください。",
            en="error: argument {name}: can be given once only. Keep the one that you mean.",
        ),
        "together": Text(
            ja="{name} と {value} は一緒に指定できません。",
            en="error: argument {name}: not allowed with argument {value}",
        ),
        "ambiguous": Text(
            ja="「{value}」だけではどれか決まりません: {choices}",
            en="error: {value} could be any of {choices}",
        ),
        "one-of": Text(
            ja="次のどれか一つを指定してください: {choices}",
            en="error: one of the arguments {choices} is required",
        ),
        "other": Text(ja="指定に誤りがあります: {message}", en="error: {message}"),
    }
)
