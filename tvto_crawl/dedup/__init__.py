"""Which articles of a corpus repeat each other, for corpora larger than memory.

`index` keeps on disk what the search needs, `pairs` finds and checks pairs that are alike,
`heads` makes groups of them, `run` reads and writes the files, `known` answers for one article
at a time.
"""
