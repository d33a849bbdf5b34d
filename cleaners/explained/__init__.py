"""Parts of `cleaners.explain`: what became of each line of a page."""
