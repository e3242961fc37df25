"""
The summary as a printable page: page one for the conversation, then the audit.

Every value is escaped here; nothing from outside reaches the page as markup.
"""

from collections.abc import Callable, Iterable
from html import escape
from itertools import groupby

from considerations.summary import NOT_ADVICE, VALENCES, Consideration, Notice, Summary

Render = Callable[[Summary | Notice], str]

# `@page` rules work only in a document's own style sheet, so the screen passes them on apart from the rest.
PAGE_CSS = "@page { margin: 11mm 13mm; }"

CSS = """
:host { all: initial; }
.sheet { font: 9.4pt/1.3 "Liberation Sans", Arial, "Helvetica Neue", sans-serif; color: #111; background: #fff; }
.sheet h1 { font-size: 14pt; margin: 0 0 .6mm; } .sheet h2 { font-size: 11pt; margin: 3mm 0 1mm; break-after: avoid; }
.sheet h3 { font-size: 9pt; margin: 1.8mm 0 .6mm; color: #333; letter-spacing: .03em; text-transform: uppercase; break-after: avoid; }
.sheet h4 { font-size: inherit; margin: 0; } .sheet p { margin: 0 0 .6mm; }
.sheet ul, .sheet ol { margin: 0; padding-left: 5mm; } .sheet li { margin: 0 0 .4mm; }
.sheet .small { font-size: 8pt; color: #333; } .sheet .source { border-left: 1mm solid #111; padding-left: 2.5mm; }
.sheet .point { break-inside: avoid; border-top: .25mm solid #999; padding: .8mm 0 .7mm; }
.sheet .tag { font-style: italic; }
.sheet .lines { break-inside: avoid; } .sheet .rule { border-bottom: .25mm solid #777; height: 7.5mm; }
.sheet .audit { break-before: page; } .sheet table { border-collapse: collapse; width: 100%; font-size: 8.6pt; }
.sheet th, .sheet td { border-bottom: .2mm solid #999; padding: .5mm 2mm .5mm 0; text-align: left; vertical-align: top; }
.sheet thead { display: table-header-group; } .sheet tr { break-inside: avoid; } .sheet .digest { overflow-wrap: anywhere; }
.sheet .notice li { font-size: 12pt; margin: 0 0 2mm; } .sheet .notice p { font-size: 11pt; margin: 3mm 0; }
@media screen { .sheet { padding: 8mm; max-width: 180mm; margin: 0 auto; } }
"""


def render(summary: Summary | Notice) -> str:
    """Give a whole document that needs nothing else."""
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title(summary)}</title>'
        f"<style>{PAGE_CSS}{CSS}</style></head>\n<body>\n{fragment(summary)}\n</body></html>\n"
    )


def title(summary: Summary | Notice) -> str:
    """Name the document: what a browser offers as the file name of a print."""
    return "What comes first" if isinstance(summary, Notice) else "Considerations for discussion"


def fragment(summary: Summary | Notice) -> str:
    """Give the page without its document, to be styled by `CSS`."""
    content = _notice(summary) if isinstance(summary, Notice) else _conversation(summary) + _audit(summary)
    return f'<main class="sheet">{content}</main>'


def _notice(notice: Notice) -> str:
    contacts = [f"{contact.place}. {contact.line}" for contact in notice.contacts]
    return (
        f'<section class="notice"><h1>{escape(notice.headline)}</h1>{_list(notice.first, "ol")}'
        f"<h2>Crisis lines</h2>{_list(contacts)}"
        f'<p class="small">{escape(notice.contacts_checked)}</p><p>{escape(notice.after)}</p></section>'
    )


def _conversation(summary: Summary) -> str:
    source = summary.about.source
    highlighted = summary.within(True)
    open_safety = "; ".join(question.short for question in summary.safety_open)
    groups = groupby(highlighted, key=lambda item: item.point.theme)
    return (
        f'<section><h1>{title(summary)}</h1><p class="small">{escape(summary.identity)}. {escape(NOT_ADVICE)}</p>'
        f'<p class="source">Source: {_lower(source.kind)}, “{escape(source.title)}”. Author: {_lower(source.author)}. '
        f"Date: {_lower(source.date)}. References: {_lower(source.references)}</p>"
        f"<h2>The situation</h2><p>{escape(summary.situation)}</p>"
        + (f"<p><b>Safety questions still open:</b> {escape(open_safety)}.</p>" if open_safety else "")
        + f"<h2>Highlighted in the article: {_count(len(highlighted), 'point')}</h2>"
        + (
            ""
            if highlighted
            else "<p>No point is highlighted by these answers. That does not mean that nothing bears.</p>"
        )
        + "".join(
            f"<h3>{escape(summary.about.themes[theme])}</h3>" + "".join(map(_talking_point, items))
            for theme, items in groups
        )
        + '</section><section class="lines"><h2>Notes</h2>'
        + '<div class="rule"></div>' * 3
        + "</section>"
    )


def _talking_point(item: Consideration) -> str:
    return (
        f'<div class="point"><h4>{escape(item.point.headline)}</h4>'
        f'<p><span class="tag">{VALENCES[item.point.valence]}.</span> To discuss: {escape(item.point.ask)}</p></div>'
    )


def _audit(summary: Summary) -> str:
    about, source = summary.about, summary.about.source
    waiting = summary.within(None)
    return (
        '<section class="audit"><h2>How this came about</h2>'
        f"<p>{escape(about.intended_use)} For: {escape(about.intended_user)}.</p><p><b>Not for:</b></p>{_list(about.not_for)}"
        "<h2>Answers</h2>"
        "<table><thead><tr><th scope='col'>Question</th><th scope='col'>Answer</th></tr></thead><tbody>"
        + "".join(
            f"<tr><td>{escape(line.question.asks)}</td><td>{escape(line.answer)}</td></tr>" for line in summary.answers
        )
        + "</tbody></table><h2>Why each point is highlighted</h2>"
        + "".join(map(_reasons, summary.within(True)))
        + (f"<h2>Waiting for an answer: {_count(len(waiting), 'point')}</h2>" if waiting else "")
        + _list(f"{item.point.headline} {' '.join(item.why)}" for item in waiting)
        + f"<h2>Limits</h2>{_list(about.limits)}"
        + '<h2>Versions</h2><p class="small digest">'
        + f"Pack: {escape(summary.identity)}, sha256 {summary.digest}. Maintained by: {escape(about.maintainers)}. "
        + f"Article: “{escape(source.title)}”, sha256 {source.sha256}.</p></section>"
    )


def _reasons(item: Consideration) -> str:
    rule = " Or: ".join(item.rule)
    return (
        f'<div class="point"><h4>{escape(item.point.headline)}</h4><p>{escape(item.point.says)}</p>'
        f'<p class="small">Article: {", ".join(item.point.cites)}. Answers: {escape(" Also: ".join(item.why))}</p>'
        f'<p class="small">Rule: {escape(rule)}</p></div>'
    )


def _list(items: Iterable[str], tag: str = "ul") -> str:
    entries = "".join(f"<li>{escape(item)}</li>" for item in items)
    return f"<{tag}>{entries}</{tag}>" if entries else ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _lower(text: str) -> str:
    return escape(text[:1].lower() + text[1:])
