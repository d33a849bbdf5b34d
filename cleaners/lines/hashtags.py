"""Lines of hashtags: `#ارز_دیجیتال #بورس`, `# قیمت ارز # بورس`."""

import re
from typing import Final

__all__ = ["hashtags"]

_HASHTAG: Final = re.compile(r"#\s?([\w\u200c]+)")
# Between two signs, words with blanks are one tag; more of them are a sentence.
_TAG: Final = re.compile(r"[\w\u200c]+(?: [\w\u200c]+){0,4}")
_LETTER: Final = re.compile(r"[^\W\d_]")


def hashtags(line: str) -> list[str]:
    """Return the tags of a line that begins with a hashtag; none if it goes on as a sentence.

    >>> hashtags("#ارز_دیجیتال #بورس"), hashtags("# قیمت ارز # بورس")
    (['ارز_دیجیتال', 'بورس'], ['قیمت ارز', 'بورس'])
    """
    if not line.startswith("#"):
        return []
    if line.endswith(".") and _LETTER.search(_HASHTAG.sub("", line)):
        return []
    parts = [tag for part in line.split("#") if (tag := part.strip(" ،,|"))]
    has_blanks = "_" not in line and (len(parts) > 1 or line.startswith("# "))
    if has_blanks and all(map(_TAG.fullmatch, parts)):
        return parts
    return _HASHTAG.findall(line)
