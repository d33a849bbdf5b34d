"""Reading pages that no rule knows: which of their lines are the article, and its fields.

`way` is the entrance. `prose` finds the article among `clusters` of a page's lines; `heads` and
`metadata` find title, lead, date and the rest.
"""
