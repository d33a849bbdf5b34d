"""Parts of reading flattened text (`cleaners.plaintext`): a page without its markup."""
