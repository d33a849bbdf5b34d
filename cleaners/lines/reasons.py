"""Why a line is boilerplate: the reasons in `data/boilerplate.toml` that the code asks for.

The other reasons there are only told, by `explain_html`.
"""

from typing import Final

__all__ = [
    "ADVERTISEMENT",
    "ADVERTISEMENT_OR_POLL",
    "ADVICE",
    "APPEAL",
    "ARCHIVE",
    "BETWEEN_COLONS",
    "BREADCRUMB",
    "COMMENTS",
    "COMMENTS_OR_SUBHEADING",
    "DATE_LABEL",
    "END_MARK",
    "FILED",
    "FOOTER",
    "LOGIN_FORM",
    "MENU",
    "NEWS_CODE",
    "NEWS_LIST",
    "PICTURE_CREDIT",
    "READING_AID",
    "RELATED_LINKS",
    "REPORTERS_CODE",
    "REPRINT",
    "SHARE",
    "SITE_PART",
    "TAGS",
    "TAGS_OF_THE_SITE",
    "TEXT_BUTTON",
    "TOOL_BUTTON",
]

ADVERTISEMENT: Final = "advertisement"
ADVERTISEMENT_OR_POLL: Final = "advertisement, app or poll"
ADVICE: Final = "offer of advice"
APPEAL: Final = "appeal to readers"
ARCHIVE: Final = "note of an archive"
BETWEEN_COLONS: Final = "section between colons"
BREADCRUMB: Final = "breadcrumb"
COMMENTS: Final = "comments"
COMMENTS_OR_SUBHEADING: Final = "comments, or a subheading"
DATE_LABEL: Final = "date label"
END_MARK: Final = "end mark"
FILED: Final = "who filed it"
FOOTER: Final = "footer"
LOGIN_FORM: Final = "login form"
MENU: Final = "menu"
NEWS_CODE: Final = "news code"
NEWS_LIST: Final = "list of the site's news"
PICTURE_CREDIT: Final = "who took the picture"
READING_AID: Final = "reading aid"
RELATED_LINKS: Final = "related links"
REPORTERS_CODE: Final = "reporter's or editor's code"
REPRINT: Final = "source of a reprint"
SHARE: Final = "share"
SITE_PART: Final = "part of the site"
TAGS: Final = "tags"
TAGS_OF_THE_SITE: Final = "tags of the site"
TEXT_BUTTON: Final = "button for the text"
TOOL_BUTTON: Final = "tool button"
