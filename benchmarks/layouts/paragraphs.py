"""The paragraphs of an article as markup, in the ways that CMSs and their authors write them."""

import random
from collections.abc import Mapping, Sequence

from benchmarks.layouts.markup import Markup, escape

__all__ = ["lay_paragraphs"]

_CELL = " | "
_NBSP = "\u00a0"


def lay_paragraphs(
    paragraphs: Sequence[str],
    traits: Mapping[str, str],
    markup: Markup,
    boxes: Mapping[int, str],
) -> str:
    """Return markup in which a reader sees each of `paragraphs` as a paragraph.

    `boxes` are elements to put after the paragraph with that index. Consecutive rows of cells
    (`a | b`) become a table; two paragraphs may become list items, or one a quote.
    """
    style, inline, rng = traits["paragraphs"], traits["inline"], markup.rng
    special = rng.randrange(1, len(paragraphs) - 1) if len(paragraphs) > 3 else -1
    out: list[str] = []
    at = 0
    while at < len(paragraphs):
        if at == special and traits["structure"] != "plain" and at + 1 not in boxes:
            end = at + 2 if traits["structure"] == "list" and at not in boxes else at + 1
            if not any(_CELL in paragraph for paragraph in paragraphs[at:end]):
                out.append(_special(paragraphs[at:end], traits["structure"], inline, markup))
                out += [boxes[index] for index in range(at, end) if index in boxes]
                at = end
                continue
        end = at
        while end < len(paragraphs) and _CELL in paragraphs[end]:
            end += 1
        if end > at:
            out.append(_table(paragraphs[at:end]))
            out += [boxes[index] for index in range(at, end) if index in boxes]
            at = end
            continue
        out.append(_paragraph(paragraphs[at], style, inline, markup, rng))
        if at in boxes:
            out.append(boxes[at])
        at += 1
    return "\n".join(out)


def _table(rows: Sequence[str]) -> str:
    cells = (row.split(_CELL) for row in rows)
    lines = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in cells)
    return f"<table border='1'>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def _special(paragraphs: Sequence[str], structure: str, inline: str, markup: Markup) -> str:
    """Lay some paragraphs out as a list or as a quote."""
    inner = [_inline(text, inline, markup, markup.rng) for text in paragraphs]
    if structure == "list":
        return f"<ul>{''.join(f'<li>{text}</li>' for text in inner)}</ul>"
    return f"<blockquote>{''.join(f'<p>{text}</p>' for text in inner)}</blockquote>"


def _is_subheading(text: str) -> bool:
    return len(text) < 60 and not text.endswith((".", ":", "؛", "!", "»"))


def _paragraph(text: str, style: str, inline: str, markup: Markup, rng: random.Random) -> str:
    inner = _inline(text, inline, markup, rng)
    if style in ("p", "nbsp", "word") and _is_subheading(text):
        return rng.choice((f"<h2>{escape(text)}</h2>", f"<p><strong>{escape(text)}</strong></p>"))
    match style:
        case "p":
            return f"<p>{inner}</p>"
        case "br":
            return f"{inner}<br>"
        case "br-br":
            return f"{inner}<br />\n<br />"
        case "div":
            return f'<div dir="rtl">{inner}</div>'
        case "nbsp":
            return f'<p style="text-align:justify">{inner}</p>\n<p>&nbsp;</p>'
        case "word":
            return (
                '<p class="MsoNormal" dir="RTL"><span lang="FA" style="font-size:14.0pt;'
                f'font-family:&quot;B Nazanin&quot;">{inner}<o:p></o:p></span></p>'
            )
        case _:  # span-br
            return f"<span>{inner}</span><br/>"


def _inline(text: str, inline: str, markup: Markup, rng: random.Random) -> str:
    """Return the text of a paragraph with inline markup."""
    match inline:
        case "mid-word":
            return _split_word(text, rng)
        case "nbsp-blanks":
            return escape(_some_blanks(text, rng)).replace(_NBSP, "&nbsp;")
        case "spans":
            sentences = text.split(". ")
            return ". ".join(f"<span>{escape(sentence)}</span>" for sentence in sentences)
        case "font":
            return f'<font face="Tahoma"><font size="2">{escape(text)}</font></font>'
        case "links":
            return _linked(text, rng)
        case _:
            return escape(text)


def _split_word(text: str, rng: random.Random) -> str:
    """Put the beginning of the paragraph in `<strong>` that ends inside a word."""
    inside = [
        at
        for at in range(3, min(len(text) - 1, 90))
        if text[at - 1].isalpha() and text[at].isalpha()
    ]
    if not inside:
        return escape(text)
    at = rng.choice(inside)
    return f"<strong>{escape(text[:at])}</strong>{escape(text[at:])}"


def _some_blanks(text: str, rng: random.Random) -> str:
    """Turn one blank in six into a no-break space."""
    return "".join(_NBSP if char == " " and rng.random() < 1 / 6 else char for char in text)


def _linked(text: str, rng: random.Random) -> str:
    """Turn two or three words in the middle of a paragraph into a link."""
    parts = text.split(" ")
    if len(parts) < 12:
        return escape(text)
    start = rng.randrange(4, len(parts) - 6)
    end = start + rng.randint(2, 3)
    link = f'<a href="/news/{rng.randrange(10**6)}/link">{escape(" ".join(parts[start:end]))}</a>'
    return f"{escape(' '.join(parts[:start]))} {link} {escape(' '.join(parts[end:]))}"
