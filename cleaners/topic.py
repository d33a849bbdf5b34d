"""Whether an article is about TVTO (سازمان آموزش فنی و حرفه‌ای) or skills training.

The words are data (`data/topic.toml`); they are looked up in folded text, so `فني و حرفه اي`,
`فنی‌وحرفه‌ای` and `فنی و حرفهای` are one word. `مهارت` alone does not count: footballers have
skills too.
"""

import re
from functools import cache
from typing import Final

from cleaners.article import Article
from cleaners.persian.folding import fold_words
from cleaners.tables import read_table

__all__ = ["is_about_skills_training", "skills_training_terms"]

# An article is on topic with at least this many different weak terms. Tuned by hand on the sample
# sites' stories: with one, stories about sport schools and lawyers' trainees (کارآموزان وکالت) are
# taken, too.
_WEAK_NEEDED: Final = 2


def is_about_skills_training(article: Article) -> bool:
    """Return whether the article is about TVTO or skills training."""
    heads = [article.kicker, article.title, article.lead, *article.section, *article.tags]
    strong, weak = skills_training_terms("\n".join([*filter(None, heads), *article.body]))
    return bool(strong) or len(weak) >= _WEAK_NEEDED


def skills_training_terms(text: str) -> tuple[list[str], list[str]]:
    """Return the strong and the weak terms of skills training in `text`, folded.

    Each is listed once, in the order of the text.

    >>> skills_training_terms("مرکز آموزش فني و حرفه اي شهرستان")[0]
    ['اموزشفنیوحرفه']
    """
    strong, weak, other = _patterns()
    folded = other.sub(" ", f" {' '.join(fold_words(text))} ")
    return _found(strong, folded), _found(weak, folded)


def _found(pattern: re.Pattern[str], folded: str) -> list[str]:
    names = (match[0] for match in pattern.finditer(folded))
    return list(dict.fromkeys(name.replace(" ", "") for name in names))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    table = read_table("topic")
    return _pattern(table["strong"]), _pattern(table["weak"]), _pattern(table["not"])


def _pattern(terms: list[str]) -> re.Pattern[str]:
    """Return a pattern for folded words; blanks in a term may be missing in the text."""
    longest_first = sorted(terms, key=len, reverse=True)
    return re.compile(r"(?<!\S)(?:" + "|".join(map(_term, longest_first)) + r")(?!\S)")


def _term(term: str) -> str:
    words = " ?".join(map(re.escape, fold_words(term)))
    return words + (r"\w*" if term.endswith("+") else "")
