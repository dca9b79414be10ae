"""What team leads do with what was practised: drills, review, calibration, rules, reports.

Pure but for what its docstrings name: what happened comes in as summaries of sessions and as facts
of the store, what is decided goes out as facts.
"""
