"""Where the pages are: one short file per agency, built on `spiders.agency`."""
