"""Find the articles of a corpus that repeat each other, even in a corpus larger than memory.

`index` keeps on disk what the search needs, `pairs` finds and checks similar pairs, `heads` forms
groups of them, and `run` reads and writes the files. `known` checks one article at a time.
"""
