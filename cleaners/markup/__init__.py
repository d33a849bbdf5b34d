"""A page as markup: bytes to a tree, a tree to the lines that a reader sees.

What the markup itself says (class names, what is hidden, metas, pictures) is told here; what a
line says is told in `cleaners.lines`.
"""
