"""Topics of a scenario in sentences that hold none of its cues: which one a sentence is nearest to.

Cues know wordings; about every second fresh wording of a topic holds none of them. Such a sentence is
compared with all that the scenario itself says of its topics, and the nearest topic counts where it is
near enough and clearly nearer than the next one. ``sayings`` gathers what is compared, ``index`` says
how near, ``points`` how much each kind of nearness tells (learned by ``fitting.near`` from sentences that were
written for a topic), and ``find`` puts it to use.
"""
