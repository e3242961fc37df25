"""
The summary as a printable page: page one for the conversation, then the audit.

Every value is escaped here; nothing from outside reaches the page as markup.
"""

from collections.abc import Callable
from html import escape
from itertools import groupby

from considerations.explained import Consideration
from considerations.render.audit import audit
from considerations.render.pieces import listed
from considerations.summary import Notice, Summary
from considerations.terms import EVIDENCE, EXAMPLE, NOT_ADVICE, NOTHING, counted, source_line

LINE_TO_WRITE_ON = '<div class="rule"></div>'

Render = Callable[[Summary | Notice], str]

# `@page` rules work only in a document's own style sheet, so the screen passes them on apart from the rest.
PAGE_CSS = "@page { margin: 10mm 13mm; }"

CSS = """
:host { all: initial; }
.sheet { font: 9.2pt/1.27 "Liberation Sans", Arial, "Helvetica Neue", sans-serif; color: #111; background: #fff; }
.sheet h1 { font-size: 14pt; margin: 0 0 .6mm; } .sheet h2 { font-size: 10.6pt; margin: 2.3mm 0 .7mm; break-after: avoid; }
.sheet h3 { font-size: 8.6pt; margin: 1.4mm 0 .4mm; color: #333; letter-spacing: .03em; text-transform: uppercase; break-after: avoid; }
.sheet h4 { font-size: inherit; margin: 0; } .sheet p { margin: 0 0 .6mm; }
.sheet ul, .sheet ol { margin: 0; padding-left: 5mm; } .sheet li { margin: 0 0 .4mm; }
.sheet .small { font-size: 7.7pt; color: #333; } .sheet .source { border-left: 1mm solid #111; padding-left: 2.5mm; }
.sheet .point { break-inside: avoid; border-top: .25mm solid #999; padding: .6mm 0 .5mm; }
.sheet .tag, .sheet .mark { font-style: italic; } .sheet small { font-size: inherit; }
.sheet .lines { break-inside: avoid; } .sheet .rule { border-bottom: .25mm solid #777; height: 7mm; }
.sheet .two { columns: 2; column-gap: 8mm; } .sheet .three { columns: 3; column-gap: 5mm; font-size: 6.8pt; line-height: 1.18; }
.sheet .two li, .sheet .three li { break-inside: avoid; overflow-wrap: anywhere; } .sheet td.none { font-style: italic; color: #444; }
.sheet th[scope="row"] { width: 23%; } .sheet tr.bears th, .sheet tr.bears td { background: #eee; } .sheet .audit { font-size: 8pt; line-height: 1.21; } .sheet .audit p, .sheet .audit li { margin: 0 0 .3mm; } .sheet .audit .small { font-size: 7.3pt; } .sheet .audit h2 { font-size: 10pt; margin: 1.9mm 0 .6mm; }
.sheet .audit { break-before: page; } .sheet table { border-collapse: collapse; width: 100%; font-size: inherit; }
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
    content = _notice(summary) if isinstance(summary, Notice) else _conversation(summary) + audit(summary)
    return f'<main class="sheet">{content}</main>'


def _notice(notice: Notice) -> str:
    contacts = [f"{contact.place}. {contact.line}" for contact in notice.contacts]
    return (
        f'<section class="notice"><h1>{escape(notice.headline)}</h1>{listed(notice.first, "ol")}'
        f"<h2>Crisis lines</h2>{listed(contacts)}"
        f'<p class="small">{escape(notice.contacts_checked)}</p><p>{escape(notice.after)}</p><p class="small">{escape(notice.version)}</p></section>'
    )


def _conversation(summary: Summary) -> str:
    highlighted = summary.within(True)
    groups = groupby(highlighted, key=lambda item: item.point.theme)
    points = "".join(
        f"<h3>{escape(summary.about.themes[theme])}</h3>{''.join(map(_talking_point, items))}"
        for theme, items in groups
    )
    return (
        f'<section><h1>{title(summary)}</h1><p class="small">{escape(summary.identity)}. {escape(NOT_ADVICE)}</p>'
        f'<p class="source">{escape(source_line(summary.about))}</p>'
        f"<h2>The situation</h2>{_example(summary)}<p>{escape(summary.situation)}</p>{_open_safety(summary)}"
        f"<h2>Highlighted in the article: {counted(len(highlighted), 'point')}</h2>{points or f'<p>{NOTHING}</p>'}{_silences(summary)}"
        f'</section><section class="lines"><h2>Notes</h2>{LINE_TO_WRITE_ON * 3}</section>'
    )


def _example(summary: Summary) -> str:
    return f"<p><b>{EXAMPLE}:</b> {escape(summary.example)}.</p>" if summary.example else ""


def _open_safety(summary: Summary) -> str:
    names = "; ".join(question.short for question in summary.safety_open)
    return f"<p><b>Safety questions still open:</b> {escape(names)}.</p>" if names else ""


def _talking_point(item: Consideration) -> str:
    return (
        f'<div class="point"><h4>{escape(item.point.headline)}</h4>'
        f'<p><span class="tag">{_tag(item)}.</span> To discuss: {escape(item.point.ask)}</p></div>'
    )


def _tag(item: Consideration) -> str:
    """Say in a few words what a point speaks of, and what published evidence does with it."""
    verdicts = [
        EVIDENCE[verdict].removeprefix("Published ") for verdict in dict.fromkeys(e.evidence for e in item.evidence)
    ]
    verdicts = [verdict[:1].lower() + verdict[1:] for verdict in verdicts]
    return "; ".join([item.point.valence.replace("neither", "neutral").capitalize(), *verdicts])


def _silences(summary: Summary) -> str:
    topics = "; ".join(item.silence.topic for item in summary.silent())
    said = f'<h2>What the article does not say</h2><p class="small">{escape(topics)}.</p>' if topics else ""
    return f'{said}<p class="small"><b>Limits.</b> {escape(" ".join(summary.about.limits))}</p>'
