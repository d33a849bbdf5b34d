"""Reading by rules: which layout fits a page, and the fields where that layout says they are.

The rules themselves are data, in `cleaners.rules`.
"""
