"""The way of the rules: which layout fits a page, and its fields where the layout says they are.

The rules themselves are data, in `cleaners.rules`.
"""
