"""Scrapy settings: polite by default, each with its reason.

Any of them can be set for one run with `-s NAME=VALUE`. `tvto_crawl.setting_checks.SETTINGS` says
what the project's own settings mean.
"""

import os

from tvto_crawl import __version__

BOT_NAME = "tvto_crawl"
SPIDER_MODULES = ["spiders"]
NEWSPIDER_MODULE = "spiders"
COMMANDS_MODULE = "tvto_crawl.commands"  # the exit code of our `crawl` says how it went

SOURCE = "live"
RECORD = ""
RECORD_SIZE = 1_000_000_000
STATS_JSON = ""
CONTACT = ""
ARTICLES = ""

ADDONS = {"tvto_crawl.sources.Sources": 100}

# --- Manners -------------------------------------------------------------------------------------
# The add-on `Sources` appends CONTACT, so that the people behind a site know whom to write to.
USER_AGENT = f"tvto_crawl/{__version__}"
ROBOTSTXT_OBEY = True
ROBOTSTXT_USER_AGENT = "tvto_crawl"  # the name that a robots.txt would use
# These news sites run on small machines: one request at a time per site, a second apart.
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1.0
DOWNLOAD_DELAY_JITTER = 0.5  # a steady beat looks like an attack to some firewalls
AUTOTHROTTLE_ENABLED = True  # a site that answers slowly gets fewer requests
AUTOTHROTTLE_START_DELAY = 1.0
AUTOTHROTTLE_MAX_DELAY = 30.0
CONCURRENT_REQUESTS = 8  # for the many sites of TVTO; no more, so that a pause takes effect soon
BLOCKED_AFTER = 5  # refusals in a row after which a site is left alone
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "fa,en;q=0.5",
}

# --- Safety: no open ports, no sessions, no private addresses ------------------------------------
TELNETCONSOLE_ENABLED = False  # a console on a port is an open door
REMOTE_CONTROL_ENABLED = False  # likewise
COOKIES_ENABLED = False  # articles need no session; without one, no page depends on another
METAREFRESH_ENABLED = False  # challenge pages refresh themselves forever

ALLOW_PRIVATE_ADDRESSES = False  # a page must not lead a crawl into its own local network
TWISTED_DNS_RESOLVER = "tvto_crawl.safety.PublicResolver"

# --- Limits --------------------------------------------------------------------------------------
DOWNLOAD_TIMEOUT = 60.0  # seconds; a page that takes longer will not come
DOWNLOAD_MAXSIZE = 32 * 1024 * 1024  # bytes, also unpacked; pages have 0.1 to 0.5 MB
DOWNLOAD_WARNSIZE = 0  # the limit is enough
URLLENGTH_LIMIT = 8192  # each Persian letter in a slug takes six characters
MOST_SITEMAPS = 1000  # from one index, and at most four levels deep; some have no end
REDIRECT_MAX_TIMES = 5  # short link, host, https, slug: four at most
RETRY_TIMES = 2
RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"  # the spider counts and names the pages that failed

# --- Order ---------------------------------------------------------------------------------------
# Pages are fetched in the order in which the site lists them. Articles have priority over further
# listings, so the queue stays short however long the archive is.
SCHEDULER = "tvto_crawl.scheduler.ThriftyScheduler"  # sends no more requests than a limit needs
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"

# --- Machinery -----------------------------------------------------------------------------------
DOWNLOADER_MIDDLEWARES = {
    # Silently drops redirects to other hosts, and lets retries through.
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    # Prints a traceback per request for a site that can't be reached; ours says it in a sentence.
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    # Takes half of a compressed page for the whole page.
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
    "tvto_crawl.unpacking.WholePages": 590,
    "tvto_crawl.safety.OwnHostsOnly": 45,  # before any request is sent, even for robots.txt
    "tvto_crawl.robots.Robots": 100,
    "tvto_crawl.conditional.ConditionalListings": 560,
    "tvto_crawl.manners.BackOff": 570,  # sees decoded pages, before any retry
}
SPIDER_MIDDLEWARES = {
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,  # walks count pages, spiders sitemaps
    "tvto_crawl.output.SkipSettled": 950,
    "tvto_crawl.archive_pages.ArchivePages": 960,
    "tvto_crawl.second_opinion.SecondOpinion": 970,
}
ITEM_PIPELINES = {"tvto_crawl.output.ArticleOutput": 300}
DOWNLOADER_STATS = False  # our account counts; Scrapy's statistics read every header of every page
CONCURRENT_ITEMS = 1  # a page gives one article; Scrapy starts this many tasks for every page
# Used by crawls without delay, so that the network need not wait; one core is left to the crawl.
CLEANING_PROCESSES = max(1, min(3, (os.cpu_count() or 2) - 1))
SECOND_OPINION = 50  # one page in 50 is also cleaned without its rules; 0 means none
SPIDER_CONTRACTS = {"tvto_crawl.contracts.ExampleContract": 10}  # `scrapy check`, offline
EXTENSIONS = {
    "scrapy.extensions.feedexport.FeedExporter": None,  # loses everything if its file fails
    "tvto_crawl.feeds.Feeds": 0,
    "tvto_crawl.progress.Progress": 400,  # clears its line before the account is printed
    "tvto_crawl.account.Account": 500,
    "tvto_crawl.cleaning.Cleaning": 550,
    "tvto_crawl.terminal.EscapedLog": 600,
}

# --- Messages and output files -------------------------------------------------------------------
LOG_LEVEL = "WARNING"  # the closing account says how it went; `-L DEBUG` shows every step
# For -o and -O: only whole articles, even on a full disk.
FEED_STORAGES = {"": "tvto_crawl.feeds.WholeArticles", "file": "tvto_crawl.feeds.WholeArticles"}
# Scrapy's own join paragraphs by commas and write pictures as Python code.
FEED_EXPORTERS = {
    "csv": "tvto_crawl.exporters.ArticlesAsCsv",
    "xml": "tvto_crawl.exporters.ArticlesAsXml",
}
FEED_EXPORT_ENCODING = "utf-8"  # real Persian, not \u escapes, also with -o
