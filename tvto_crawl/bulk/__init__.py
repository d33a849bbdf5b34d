"""Archives into articles: many inputs, several processes, shards that survive being killed.

`inputs` finds out what the inputs are, `portions` cuts them into portions of work, `warcs` and
`entries` read a portion, `cleaning` makes lines of it, `shards` keeps what is complete, `run`
puts it all together.
"""
