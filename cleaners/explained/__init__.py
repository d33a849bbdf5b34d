"""Parts of explaining a page (`cleaners.explain`): what became of each of its lines."""
