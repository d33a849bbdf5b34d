"""The machinery of the crawl: settings, sources, output. It knows Scrapy, but no agency."""

__version__ = "0.1.0"
