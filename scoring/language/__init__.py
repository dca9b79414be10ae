"""Words of a text, in both languages: one matching form, words with their keys, clauses and what they say.

Knows no scenario, no rule and no figure of the case.
"""
