"""Page two onward: how the page one came about, what evidence adds, and what the article leaves out."""

from html import escape

from considerations.explained import Consideration, Silent
from considerations.render.pieces import listed, side_by_side
from considerations.summary import Summary
from considerations.terms import EVIDENCE, counted


def audit(summary: Summary) -> str:
    """Give everything after page one."""
    about = summary.about
    waiting = summary.within(None)
    parts = {
        "How this came about": f"<p>{escape(about.intended_use)} For: {escape(about.intended_user)}.</p>"
        f"<p><b>Not for:</b> {escape('; '.join(about.not_for))}.</p>",
        "Answers": _answers(summary),
        "Why each point is highlighted, and what published evidence adds": "".join(
            _reasons(item, summary) for item in summary.within(True)
        ),
        f"Waiting for an answer: {counted(len(waiting), 'point')}": listed(
            f"{item.point.headline} {' '.join(item.why)}" for item in waiting
        ),
        "Side by side, as far as the article goes": side_by_side(summary.pack.comparison, summary.bears),
        "What the article does not say": "".join(_silent(item, summary) for item in summary.silent()),
        "References": _references(summary),
        "Attributes": f'<p class="small">{_attributes(summary)}</p>',
        "Versions": _versions(summary),
    }
    return "".join(
        ['<section class="audit">', *(f"<h2>{head}</h2>{body}" for head, body in parts.items() if body), "</section>"]
    )


def _answers(summary: Summary) -> str:
    lines = "".join(f"<li>{escape(line.question.asks)} <b>{escape(line.answer)}</b></li>" for line in summary.answers)
    return f'<ul class="two">{lines}</ul>'


def _reasons(item: Consideration, summary: Summary) -> str:
    evidence = "".join(
        f"<p><b>{EVIDENCE[each.evidence]}</b> ({', '.join(each.at)}). {escape(each.note)}{_numbers(each.refs, summary)}</p>"
        for each in item.evidence
    )
    return (
        f'<div class="point"><h4>{escape(item.point.headline)}</h4><p>{escape(item.point.says)} '
        f"[Article {', '.join(item.point.cites)}]</p>{evidence}"
        f'<p class="small">Answers: {escape(" Also: ".join(item.why))} Rule: {escape(" Or: ".join(item.rule))}</p></div>'
    )


def _numbers(refs: tuple[str, ...], summary: Summary) -> str:
    order = [each.reference for each in summary.references]
    return f" [{', '.join(str(order.index(ref) + 1) for ref in refs)}]" if refs else ""


def _silent(item: Silent, summary: Summary) -> str:
    silence = item.silence
    return f'<p class="silence"><b>{escape(silence.topic)}.</b> {escape(silence.note)}{_numbers(silence.refs, summary)}</p>'


def _references(summary: Summary) -> str:
    entries = "".join(f"<li>{escape(f'{each.short}. {each.place}{each.caveat}')}</li>" for each in summary.references)
    return f'<ol class="three">{entries}</ol>' if entries else ""


def _attributes(summary: Summary) -> str:
    """Give the attributes that say something, and name those that are not used."""
    attributes = summary.about.source_attributes
    unused = [each.attribute.removeprefix("Use of ") for each in attributes if each.value == "Not used"]
    said = [f"{each.attribute}: {each.value}." for each in attributes if each.value != "Not used"]
    return escape(" ".join([*said, *([f"Not used: {', '.join(unused)}."] if unused else [])]))


def _versions(summary: Summary) -> str:
    about = summary.about
    return (
        f'<p class="small digest">Pack: {escape(summary.identity)}, sha256 {summary.pack.digest}. '
        f"Maintained by: {escape(about.maintainers)}. Article: “{escape(about.source.title)}”, sha256 {about.source.sha256}.</p>"
    )
