"""How what is learned is made anew from rated replies and labelled clauses; needs ``.[fit]``.

The program itself never loads this.
"""
