"""The report: what a corpus of articles looks like, as one HTML page that needs no network.

`records` reads the lines, `columns` and `texts` pack them, and `page` puts them and the assets into
one file. Counting and drawing happen in the browser, by the scripts in `assets/`, so that every
figure follows the reader's choice of agency, date or word.
"""

from tvto_crawl.report.page import NoArticles, Summary, write_report
from tvto_crawl.report.records import BadLine

__all__ = ["BadLine", "NoArticles", "Summary", "write_report"]
