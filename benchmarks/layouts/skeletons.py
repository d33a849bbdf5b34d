"""Where the parts of a page are: the element around the article, the columns beside it."""

from dataclasses import dataclass

from benchmarks.layouts.markup import Markup

__all__ = ["Parts", "assemble"]


@dataclass(slots=True)
class Parts:
    """The parts of a page, as markup."""

    header: str
    top: str
    meta: str
    picture: str
    lead: str
    text: str
    """The body, including boxes inside it and a lead that opens it."""
    before: str
    after: str
    comments: str
    sidebar: str
    footer: str


def assemble(kind: str, parts: Parts, m: Markup) -> str:
    """Return the content of `<body>` for the container `kind`."""
    match kind:
        case "article":
            return _article(parts, m, "article")
        case "main":
            return _article(parts, m, "main")
        case "div-soup":
            return _div_soup(parts, m)
        case "table":
            return _table(parts, m)
        case "aspnet":
            return _aspnet(parts, m)
        case "sections":
            return _sections(parts, m)
        case _:
            return _flat(parts)


def _article(p: Parts, m: Markup, tag: str) -> str:
    head = m.el("header" if tag == "article" else "div", p.top + p.meta, "head")
    text = m.el("div", p.text, "body")
    inner = head + p.picture + p.lead + p.before + text + p.after
    column = m.el("div", m.el(tag, inner, "article") + p.comments, "column")
    return p.header + m.el("div", column + p.sidebar, "page") + p.footer


def _div_soup(p: Parts, m: Markup) -> str:
    text = f"<div><div>{m.el('div', p.text, 'body')}</div></div>"
    head = f"<div><div>{p.top}</div><div>{p.meta}</div></div>"
    inner = f"<div>{head}{p.picture}<div>{p.lead}</div>{p.before}{text}{p.after}</div>"
    column = m.el("div", f"<div>{m.el('div', inner, 'article')}{p.comments}</div>", "column")
    return f"<div><div>{p.header}</div>{m.el('div', p.sidebar + column, 'page')}{p.footer}</div>"


def _table(p: Parts, m: Markup) -> str:
    text = f"<tr><td class='{m.name('body')}' align='right'>{p.text}</td></tr>"
    rows = (
        f"<tr><td>{p.top}</td></tr><tr><td>{p.meta}</td></tr><tr><td>{p.picture}</td></tr>"
        f"<tr><td>{p.lead}</td></tr><tr><td>{p.before}</td></tr>{text}"
        f"<tr><td>{p.after}</td></tr><tr><td>{p.comments}</td></tr>"
    )
    article = f"<table width='100%' cellpadding='3'>{rows}</table>"
    return (
        f"<table width='980'><tr><td colspan='2'>{p.header}</td></tr>"
        f"<tr><td width='240' valign='top'>{p.sidebar}</td><td valign='top'>{article}</td></tr>"
        f"<tr><td colspan='2'>{p.footer}</td></tr></table>"
    )


def _aspnet(p: Parts, m: Markup) -> str:
    holder = "ctl00_ContentPlaceHolder1_NewsView1"
    state = "dDwtMTA4MzE0MjEwNTs7Pg" * 60
    return (
        f'<form method="post" action="index.aspx" id="aspnetForm">'
        f'<input type="hidden" name="__VIEWSTATE" value="{state}">'
        f"<table dir='ltr'><tr><td>{p.header}</td></tr><tr><td>"
        f"<table dir='rtl' id='{holder}_tbl'><tr><td colspan='2'>"
        f"<span id='{holder}_lblTitle'>{p.top}</span></td></tr>"
        f"<tr><td>{p.meta}</td><td></td></tr><tr><td colspan='2'>{p.picture}</td></tr>"
        f"<tr><td colspan='2'><span id='{holder}_lblLead'>{p.lead}</span></td></tr>"
        f"<tr><td colspan='2'>{p.before}</td></tr>"
        f"<tr><td colspan='2'><div id='{holder}_lblBody'>{p.text}</div></td></tr>"
        f"<tr><td colspan='2'>{p.after}</td></tr></table>{p.comments}</td>"
        f"<td>{p.sidebar}</td></tr><tr><td>{p.footer}</td></tr></table></form>"
    )


def _sections(p: Parts, m: Markup) -> str:
    """Lay the body out as page builders do: every paragraph in wrappers of its own."""
    pieces = [piece for piece in p.text.split("\n") if piece.strip()]
    name = m.name("body")
    wrapped = "".join(
        f'<div class="{name}"><div class="inner">{piece}</div></div>' for piece in pieces
    )
    inner = f"{p.top}{p.meta}{p.picture}{p.lead}{p.before}<div>{wrapped}</div>{p.after}"
    column = m.el("div", m.el("section", inner, "article") + p.comments, "column")
    return p.header + m.el("div", p.sidebar + column, "page") + p.footer


def _flat(p: Parts) -> str:
    """Lay everything out directly in `<body>`, as pages of the nineties did."""
    upper = (p.header, p.top, p.meta, p.picture, p.lead, p.before)
    lower = (p.text, p.after, p.comments, p.sidebar, p.footer)
    return "\n".join(upper + lower)
