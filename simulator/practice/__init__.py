"""Practice over many contacts: programmes, spaced repetition, progress. Pure: no files, no clock.

What happened comes in as summaries of sessions and as facts of the store; the time is a parameter.
"""
