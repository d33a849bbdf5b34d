"""The record: one cleaned article, its layout as text and its JSON."""

import dataclasses
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any, Final, Self

from cleaners.persian.folding import fold, fold_each, fold_words

__all__ = [
    "SCHEMA_VERSION",
    "Article",
    "Image",
    "fingerprint",
    "lay_out",
]

#: Version of the record's shape; raised whenever a field is added, removed or changes meaning.
SCHEMA_VERSION: Final = 1

# A lead is part of the body if at least this share of its words stands there in order: agencies
# repeat the lead as the first paragraph with a word changed. Part of the record's definition.
_LEAD_IN_BODY: Final = 0.9
# A cheap test before the words are compared: this many pieces of the lead, of this many letters
# each, are looked up in a paragraph. One that repeats the lead with a word in ten changed has at
# least this share of them intact.
_PROBES: Final = 6
_PROBE: Final = 8
_WHOLE_PROBES: Final = 1 / 3


@dataclass(slots=True)
class Image:
    """A picture of the article."""

    url: str
    """Absolute address of the picture, as the page gives it."""
    caption: str | None = None
    """Caption or alternative text; null where it is missing or repeats the title."""


@dataclass(slots=True)
class Article:
    """One article, cleaned: the fields of a line of JSONL, in their order.

    Every key is always present; `None` (null) stands where the page has nothing.
    Text fields hold normalized Persian unless the article was made with
    `normalize=False`.
    """

    id: str
    """`<agency>:<news code>`; without a code `<agency>:<first 16 hex of the sha1 of the canonical
    URL path>`; without a URL the same of the fingerprint, also with a code if the site is not known
    (agency `unknown`). TVTO's many sites: `tvto:<host>:<code>`, without a URL the fingerprint."""
    agency: str
    """`ilna`, `mehr`, `irib`, `tvto`, else the host without `www.`; `unknown` where nothing
    identifies it."""
    agency_name: str | None = None
    """Persian name of the agency, such as `خبرگزاری مهر`."""
    url: str | None = None
    """Canonical absolute address in ASCII, its path and query percent-encoded; null for bare
    text."""
    news_code: str | None = None
    """News code (کد خبر) in Latin digits."""
    kicker: str | None = None
    """Kicker (روتیتر): the line above the title."""
    title: str | None = None
    """Title (تیتر), without the site's name."""
    lead: str | None = None
    """Lead (لید) that stands on the page as an element or line of its own."""
    body: list[str] = field(default_factory=list)
    """Paragraphs in reading order, subheadings included; no kicker, title, lead, caption or end
    mark. A table row is one paragraph, its cells joined by ` | `."""
    text: str = ""
    """Kicker, title, lead and paragraphs joined by one blank line; a lead that the body contains
    is not repeated."""
    published_at: str | None = None
    """ISO 8601 with the offset of Asia/Tehran on that day, `2025-10-07T14:18:00+03:30`; a bare
    date where no time is known. Where the page states no date, the day in its address
    (`/1404/07/15/`)."""
    modified_at: str | None = None
    """Last change, in the format of `published_at`."""
    published_jalali: str | None = None
    """Publication on the Jalali calendar, `1404-07-15 14:18` or `1404-07-15`."""
    published_raw: str | None = None
    """The date as the page writes it, white space squeezed."""
    authors: list[str] = field(default_factory=list)
    """Reporters and photographers by name; never the agency itself."""
    place: str | None = None
    """City of the dateline, such as `بیرجند`."""
    province: str | None = None
    """One of the 31 provinces by its usual Persian name, such as `خراسان جنوبی`."""
    section: list[str] = field(default_factory=list)
    """Sections from the widest to the narrowest."""
    tags: list[str] = field(default_factory=list)
    """Tags (برچسب) in the order of the page."""
    images: list[Image] = field(default_factory=list)
    """Pictures of the article, the main one first."""
    language: str = "fa"
    """Language of the text, ISO 639-1."""
    source: str | None = None
    """Where the page came from: `live`, `sample`, a WARC's name, or `text`."""
    fetched_at: str | None = None
    """When the page was fetched, ISO 8601 with offset."""
    extractor: str = ""
    """Rules that took it, with their version: `nastooh/1`, `generic/trafilatura-2.3.1`,
    `generic/trafilatura-2.3.1+profile` with a profile of the site, `plaintext/1`."""
    warnings: list[str] = field(default_factory=list)
    """Short codes such as `no-date`, `date-in-future`, `short-body`, `truncated`."""
    repairs: dict[str, int] = field(default_factory=dict)
    """Counts of what normalization changed, by kind: `{"zwnj_restored": 12}`."""
    fingerprint: str = ""
    """sha1 (40 hex digits) of the folded text: letters and digits only."""
    duplicate_of: str | None = None
    """Id of the article that this one repeats; null for an original."""

    def to_dict(self) -> dict[str, Any]:
        """Return the record as a plain dictionary, keys in the record's order."""
        record = {name: getattr(self, name) for name in _FIELDS}
        record["images"] = [{"url": i.url, "caption": i.caption} for i in self.images]
        return record

    def to_json(self) -> str:
        """Return the record as one line of JSON in real UTF-8, without the line end."""
        return json.dumps(self.to_dict(), ensure_ascii=False)

    @classmethod
    def from_dict(cls, record: Mapping[str, Any]) -> Self:
        """Build an article from a decoded record.

        Missing keys take their defaults, so that lines of an older version still load.

        Raises:
            ValueError: a key is unknown, or `id` or `agency` is missing, or an image
                has no url.
        """
        unknown = sorted(set(record) - _FIELDS.keys())
        missing = [key for key in ("id", "agency") if not record.get(key)]
        if unknown or missing:
            problem = f"unknown keys {unknown}" if unknown else f"no {' and no '.join(missing)}"
            raise ValueError(f"not an article record: {problem}")
        values = dict(record)
        try:
            values["images"] = [
                Image(image["url"], image.get("caption")) for image in record.get("images") or []
            ]
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError(
                "not an article record: images are objects with url and caption"
            ) from error
        return cls(**values)

    @classmethod
    def from_json(cls, line: str | bytes) -> Self:
        """Build an article from one line of JSON.

        Raises:
            ValueError: the line is not a JSON object, or not an article record.
        """
        record = json.loads(line)
        if not isinstance(record, dict):
            raise ValueError(f"not an article record: a JSON {type(record).__name__}")
        return cls.from_dict(record)


_FIELDS: Final = {f.name: f for f in dataclasses.fields(Article)}


def lay_out(
    kicker: str | None, title: str | None, lead: str | None, body: Sequence[str]
) -> tuple[str, str]:
    """Return the text of an article, laid out as the seed texts are, and its fingerprint.

    The parts are separated by one blank line; a lead that the body contains (folded, nine tenths of
    its words) is left out. Text and fingerprint are made together because both need the body
    folded, which costs more than anything else here.
    """
    folded = fold_each(body)
    parts = [kicker, title]
    if lead and not _contains(folded, body, lead):
        parts.append(lead)
    head = [part for part in parts if part]
    return "\n\n".join([*head, *body]), _sha1("".join([fold("".join(head)), *folded]))


def _contains(folded: Sequence[str], paragraphs: Sequence[str], lead: str) -> bool:
    """Return whether one of `paragraphs` contains `lead`, give or take one word in ten.

    `folded` holds the same paragraphs, folded.
    """
    folded_lead = fold(lead)
    if not folded_lead:
        return True
    # Most paragraphs lack these pieces; looking for them costs a hundredth of comparing the words.
    step = max(1, (len(folded_lead) - _PROBE) // (_PROBES - 1))
    probes = [folded_lead[at : at + _PROBE] for at in range(0, len(folded_lead), step)]
    most = (1 - _WHOLE_PROBES) * len(probes)
    near = [
        (plain, text)
        for plain, text in zip(folded, paragraphs, strict=True)
        if len(text) >= _LEAD_IN_BODY * len(folded_lead) and not _lacks_more(plain, probes, most)
    ]
    if any(folded_lead in plain for plain, _ in near):
        return True
    words = fold_words(lead) if near else []
    return any(_share_in_order(words, fold_words(text)) >= _LEAD_IN_BODY for _, text in near)


def _lacks_more(folded: str, pieces: Sequence[str], most: float) -> bool:
    """Return whether more than `most` of `pieces` are missing from `folded`."""
    lacking = 0
    for piece in pieces:
        lacking += piece not in folded
        if lacking > most:
            return True
    return False


def _share_in_order(needle: list[str], hay: list[str]) -> float:
    """Return the share of the words of `needle` that `hay` has in the same order."""
    if not needle:
        return 0.0
    if len(set(needle).difference(hay)) > (1 - _LEAD_IN_BODY) * len(needle):
        return 0.0  # too many words are missing, whatever their order: no need to match them
    blocks = SequenceMatcher(None, needle, hay, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(needle)


def fingerprint(text: str) -> str:
    """Return the sha1, in hex, of the letters and digits of `text`."""
    return _sha1(fold(text))


def _sha1(folded: str) -> str:
    return hashlib.sha1(folded.encode(), usedforsecurity=False).hexdigest()
