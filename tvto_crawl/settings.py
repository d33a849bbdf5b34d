"""Scrapy settings: polite by default, each with its reason.

Any of them can be set for one run with `-s NAME=VALUE`. The project's own:

SOURCE      `live` (default; `sample` for `scrapy check`), `sample`, or the path or glob of WARC
            files to crawl from
RECORD      folder in which a live crawl keeps what it fetched, as WARC/1.1
RECORD_SIZE bytes after which a new WARC is begun
STATS_JSON  file for the closing account as JSON
CONTACT     e-mail or web address that sites find in the user agent
MOST_SITEMAPS  how many sitemaps of one index are read at most
ARTICLES    folder of the output; by default `articles/` beside scrapy.cfg, else here
"""

import os

from tvto_crawl import __version__

BOT_NAME = "tvto_crawl"
SPIDER_MODULES = ["spiders"]
NEWSPIDER_MODULE = "spiders"
COMMANDS_MODULE = "tvto_crawl.commands"  # our `crawl` tells by its exit code how it went

SOURCE = "live"
RECORD = ""
RECORD_SIZE = 1_000_000_000
STATS_JSON = ""
CONTACT = ""
ARTICLES = ""

ADDONS = {"tvto_crawl.sources.Sources": 100}

# --- Manners -------------------------------------------------------------------------------------
# The add-on puts CONTACT into it, so that a site's people know whom to write to.
USER_AGENT = f"tvto_crawl/{__version__}"
ROBOTSTXT_OBEY = True
ROBOTSTXT_USER_AGENT = "tvto_crawl"  # the name that a robots.txt would address
# News sites here run on small machines: one request at a time a site, a second between two.
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1.0
DOWNLOAD_DELAY_JITTER = 0.5  # a steady beat looks like an attack to some firewalls
AUTOTHROTTLE_ENABLED = True  # a site that answers slowly is asked more slowly
AUTOTHROTTLE_START_DELAY = 1.0
AUTOTHROTTLE_MAX_DELAY = 30.0
CONCURRENT_REQUESTS = 8  # the portals' many sites; no more, so that a pause holds soon
BLOCKED_AFTER = 5  # refusals in a row after which a site is left alone
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "fa,en;q=0.5",
}

# --- Nothing that listens, nothing that follows --------------------------------------------------
TELNETCONSOLE_ENABLED = False  # a console on a port is an open door
REMOTE_CONTROL_ENABLED = False  # likewise
COOKIES_ENABLED = False  # articles need no session; without one, no page depends on another
METAREFRESH_ENABLED = False  # challenge pages refresh themselves for ever

ALLOW_PRIVATE_ADDRESSES = False  # a page must not lead a crawl into the network that it runs in
TWISTED_DNS_RESOLVER = "tvto_crawl.safety.PublicResolver"

# --- Limits --------------------------------------------------------------------------------------
DOWNLOAD_TIMEOUT = 60.0  # seconds; a page that takes longer will not come
DOWNLOAD_MAXSIZE = 32 * 1024 * 1024  # bytes, also after decompression; pages have 0.1 to 0.5 MB
DOWNLOAD_WARNSIZE = 0  # the limit speaks for itself
URLLENGTH_LIMIT = 8192  # a Persian letter of a slug takes six characters
MOST_SITEMAPS = 1000  # from one index, and no deeper than four; some name new ones for ever
REDIRECT_MAX_TIMES = 5  # short link, host, https, slug: four at most
RETRY_TIMES = 2
RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"  # the spider counts and names what failed

# --- Order ---------------------------------------------------------------------------------------
# Pages come in the order in which the site lists them. Articles go before further listings
# (by priority), so the queue stays short however long the archive is.
SCHEDULER = "tvto_crawl.scheduler.ThriftyScheduler"  # asks for no more than a limit needs
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"

# --- Machinery -----------------------------------------------------------------------------------
# Our own robots.txt: a site that can't be reached is one sentence, not a traceback a request.
DOWNLOADER_MIDDLEWARES = {
    # Scrapy's drops redirects to other hosts without a word, and lets retries through.
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    # Scrapy's takes half a compressed page for a whole one.
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
    "tvto_crawl.unpacking.WholePages": 590,
    "tvto_crawl.safety.OwnHostsOnly": 45,  # before anything is asked, robots.txt included
    "tvto_crawl.robots.Robots": 100,
    "tvto_crawl.conditional.ConditionalListings": 560,
    "tvto_crawl.manners.BackOff": 570,  # sees decoded pages, before they are retried
}
SPIDER_MIDDLEWARES = {
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,  # walks count pages, spiders sitemaps
    "tvto_crawl.output.SkipSettled": 950,
    "tvto_crawl.archive_pages.ArchivePages": 960,
    "tvto_crawl.second_opinion.SecondOpinion": 970,
}
ITEM_PIPELINES = {"tvto_crawl.output.ArticleOutput": 300}
DOWNLOADER_STATS = False  # the account counts; these look at every header of every page
CONCURRENT_ITEMS = 1  # a page gives one article; Scrapy starts so many tasks for every page
# Used by crawls without delay, so that the network need not wait; one core is the crawl's own.
CLEANING_PROCESSES = max(1, min(3, (os.cpu_count() or 2) - 1))
SECOND_OPINION = 50  # every so manieth page is also cleaned without its rules; 0: none
SPIDER_CONTRACTS = {"tvto_crawl.contracts.ExampleContract": 10}  # `scrapy check`, offline
EXTENSIONS = {
    "scrapy.extensions.feedexport.FeedExporter": None,  # loses all where its file fails
    "tvto_crawl.feeds.Feeds": 0,
    "tvto_crawl.progress.Progress": 400,  # clears its line before the account is given
    "tvto_crawl.account.Account": 500,
    "tvto_crawl.cleaning.Cleaning": 550,
    "tvto_crawl.terminal.EscapedLog": 600,
}

# --- What is said --------------------------------------------------------------------------------
LOG_LEVEL = "WARNING"  # the closing account says how it went; `-L DEBUG` shows every step
# -o and -O: whole articles only, also on a full disk.
FEED_STORAGES = {"": "tvto_crawl.feeds.WholeArticles", "file": "tvto_crawl.feeds.WholeArticles"}
FEED_EXPORT_ENCODING = "utf-8"  # real Persian, not \u escapes, also with -o
