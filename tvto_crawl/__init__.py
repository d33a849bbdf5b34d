"""The machinery of the crawl: settings, sources, output. Knows Scrapy, knows no agency."""

__version__ = "0.1.0"
