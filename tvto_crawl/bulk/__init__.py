"""Turn archives into articles: many inputs, several processes, shards that survive a kill.

`inputs` finds out what the inputs are, `portions` cuts them into portions of work, `warcs` and
`entries` read a portion, `cleaning` turns it into lines, `shards` keeps what is complete, and `run`
puts it all together.
"""
