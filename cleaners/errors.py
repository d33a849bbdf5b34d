"""What the cleaners raise."""

from typing import Final, Literal, Self

__all__ = ["REASONS", "NotAnArticle", "Reason"]

Reason = Literal[
    "challenge", "not-found", "listing", "empty", "not-html", "not-persian", "too-large"
]

#: What each reason means, as a sentence for people.
REASONS: Final[dict[Reason, str]] = {
    "challenge": "a firewall or a notice stands in place of the page",
    "not-found": "the site says that the page does not exist",
    "listing": "the page lists articles and is not one itself",
    "empty": "the page has no article text",
    "not-html": "the input is not an HTML page",
    "not-persian": "the text is not Persian",
    "too-large": "the page is larger or deeper than an article can be",
}


class NotAnArticle(ValueError):  # noqa: N818  (the name says what it is)
    """Raised for input that holds no article.

    `reason` is one of `REASONS`, for programs to count by; `detail` says more, or is
    None; the message is a sentence for people.
    """

    def __init__(self, reason: Reason, detail: str | None = None) -> None:
        self.reason: Reason = reason
        self.detail = detail
        sentence = REASONS[reason]
        super().__init__(f"{sentence}: {detail}" if detail else sentence)

    def __reduce__(self) -> tuple[type[Self], tuple[Reason, str | None]]:
        # Exceptions are pickled by their message; a pool of processes sends this one back whole.
        return type(self), (self.reason, self.detail)
