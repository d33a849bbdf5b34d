"""Elements with class names in one of the styles that real sites have."""

import html
import random
import string

from benchmarks.layouts.words import words

__all__ = ["Markup", "escape"]


def escape(text: str) -> str:
    """Return `text` as it stands in markup."""
    return html.escape(text, quote=False)


class Markup:
    """Writes elements of one page; a role (`body`, `related`) has the same name on all its site.

    `rng` decides what differs from page to page, `fixed(…)` what is the same on the whole site.
    """

    def __init__(self, style: str, site_key: str, rng: random.Random) -> None:
        self.style = style
        self.rng = rng
        self._site_key = site_key
        self._called: dict[str, str] = {}

    def fixed(self, what: str) -> random.Random:
        """Return a source of chance that is the same on every page of the site."""
        return random.Random(f"{self._site_key}/{what}")

    def name(self, role: str) -> str:
        """Return the class names of a role; an empty string for none."""
        if role not in self._called:
            self._called[role] = self._invent(role)
        return self._called[role]

    def _invent(self, role: str) -> str:
        if self.style == "none":
            return ""
        rng = self.fixed(f"name of {role}")
        if self.style == "obfuscated":
            letters = string.ascii_lowercase + string.digits
            return f"x{''.join(rng.choices(letters, k=3))} css-{''.join(rng.choices(letters, k=5))}"
        known = words()["names"][self.style].get(role)
        return rng.choice(known) if known else ""

    def el(self, tag: str, inner: str, role: str = "", **attributes: str) -> str:
        """Return an element; `role` determines its class, other attributes are written as given."""
        listed = dict(attributes)
        if role and (name := self.name(role)):
            listed = {"class": name, **listed}
        written = "".join(
            f' {key.rstrip("_")}="{html.escape(value)}"' for key, value in listed.items()
        )
        return f"<{tag}{written}>{inner}</{tag}>"
