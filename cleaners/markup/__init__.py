"""A page as markup: bytes to a tree, a tree to the lines that a reader sees.

What the markup itself says (class names, what is hidden, metas, pictures) is read here; what the
words of a line say is read in `cleaners.lines`.
"""
