"""Where the pages are: one short file an agency, on the base in `spiders.agency`."""
