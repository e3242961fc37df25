"""How it works: the article, the method, every rule in words, what is set aside and left out, attributes, hazards."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from considerations.explain import rule, words
from considerations.pack import Pack, Point, Question, Stop
from considerations.render.pieces import listed
from considerations.terms import counted
from considerations.ui import parts, session


def main(pack: Pack) -> None:
    """Show everything without an answer."""
    parts.heading("How it works", "how")
    st.html(
        "<section class='plain'><p>Each point below is something the article says, in our own words, with the address of its "
        "sentences: L20.1 is line 20, first sentence. Fixed if-then rules compare your answers with the conditions shown. A "
        "point is highlighted when one of its conditions holds, waits while that hangs on an open question, and stays in the "
        "background otherwise. There are no statistics and no learning; nothing is ranked or graded.</p></section>"
    )
    _section("The article and these rules", _facts(_identity(pack)))
    _section("What is proved of these rules", _proof(pack))
    _section("Limits", f'<div class="plain">{listed(pack.about.limits)}</div>')
    points = f"The {len(pack.points)} points and their rules"
    themes = pack.about.themes.items()
    _section(points, "".join(f"<h3>{escape(title)}</h3>{_points(pack, theme)}" for theme, title in themes))
    _section(
        f"The {len(pack.questions)} questions", "".join(_folded(each.asks, _question(each)) for each in pack.questions)
    )
    _section("Stops", "".join(_folded(each.headline, _stop(each, pack)) for each in pack.stops.stops))
    _section("Side by side, as far as the article goes", parts.comparison(pack))
    _section("What the article does not say", _silences(pack))
    _section("Sentences that make no point", _set_aside(pack))
    _section("Source attributes", _facts({each.attribute: each.value for each in pack.about.source_attributes}))
    _section("Labelling", _facts({f"{each.element} {each.name}": each.value for each in pack.about.labelling}))
    _section("Hazards", _hazards(pack))
    references = [each.reference for each in pack.evidence.references]
    _section("References", parts.references(references, pack))


def _section(title: str, content: str) -> None:
    st.html(f'<section><h2 class="theme">{escape(title)}</h2>{content}</section>')


def _identity(pack: Pack) -> dict[str, str]:
    source, about = pack.about.source, pack.about
    return {
        "Title": f"“{source.title}”",
        "Kind": source.kind,
        "Author": source.author,
        "Publisher": source.publisher,
        "Date": source.date,
        "References": source.references,
        "Review": source.review,
        "Digest (sha256)": source.sha256,
        "Rules": f"{about.pack} {about.version}, {about.status}, sha256 {pack.digest}",
        "Maintained by": about.maintainers,
        "The article's text": "At hand, shown beside each point"
        if session.passages(about.pack)
        else "Not at hand here",
    }


def _proof(pack: Pack) -> str:
    proof, when = session.proof(pack.about.pack)
    if proof is None:
        return '<div class="plain"><p>These rules are too many to be held against every answer set here.</p></div>'
    claims = [
        "Points, silences and stops: each of them can come up.",
        "No condition always holds, and no part of one can be left out without changing what is shown.",
        "Every option brings something, or is declared to bring nothing.",
        *(promise.promise for promise in pack.about.promises),
    ]
    return (
        f'<div class="plain"><p>Not sampled: held against all {proof.answer_sets:,} possible answer sets, '
        f"{proof.without_a_stop:,} of them without a stop, and all {proof.partial:,} without one in which answers may be open. "
        f"{counted(proof.conditions, 'condition')}, {proof.seconds:.1f} s, {when:%d %B %Y, %H:%M} UTC.</p>"
        + (listed(claims) if not proof.faults else f"<p>Not all of it holds:</p>{listed(map(str, proof.faults))}")
        + "<p>These are counts of combinations of answers, not of patients.</p></div>"
    )


def _facts(facts: dict[str, str]) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{escape(fact)}</td></tr>' for name, fact in facts.items()
    )
    return f'<table class="facts"><tbody>{rows}</tbody></table>'


def _folded(title: str, content: str) -> str:
    return f"<details><summary>{escape(title)}</summary>{content}</details>"


def _when(title: str, ways: Iterable[str]) -> str:
    return f'<div class="why"><p><b>{title}</b></p>{listed(ways, between="or")}</div>'


def _points(pack: Pack, theme: str) -> str:
    return "".join(_folded(point.headline, _point(point, pack)) for point in pack.points if point.theme == theme)


def _point(point: Point, pack: Pack) -> str:
    beside = parts.passages(point, pack) + parts.evidence(pack.evidence.beside(point.point), pack)
    rules = _when("Highlighted when", rule(point, pack))
    return f'<article class="card {point.valence}">{parts.heading_of(point)}{rules}{beside}</article>'


def _question(question: Question) -> str:
    facts = f"<p><b>Why asked:</b> {escape(question.why)}</p><p><b>What counts:</b> {escape(question.counts)}</p>"
    return f'<article class="card">{facts}{listed(option.text for option in question.options)}</article>'


def _stop(stop: Stop, pack: Pack) -> str:
    until = [f"until {words(stop.until, pack)}"] if stop.until else []
    contacts = listed(f"{contact.place}. {contact.line}" for contact in pack.stops.contacts)
    holds = _when("Holds when", [" ".join([words(stop.when, pack), *until])])
    return f'<article class="card">{listed(stop.first)}{contacts}{holds}</article>'


def _silences(pack: Pack) -> str:
    groups = ""
    for group, title in pack.silences.groups.items():
        silences = [silence for silence in pack.silences.silences if silence.group == group]
        groups += f"<h3>{escape(title)}</h3>" + "".join(
            _folded(each.topic, parts.silence(each, pack) + _when("In front when", rule(each, pack)))
            for each in silences
        )
    return groups


def _set_aside(pack: Pack) -> str:
    entries = [
        f"{', '.join(each.set_aside)}: {each.because}{f' {each.repeats}' if each.repeats else ''}."
        f"{f' {each.note}' if each.note else ''}"
        for each in pack.set_aside
    ]
    return f'<div class="plain">{listed(entries)}</div>'


def _hazards(pack: Pack) -> str:
    return "".join(
        _folded(
            each.title,
            f'<article class="card"><p><b>Cause:</b> {escape(each.cause)} <b>Effect:</b> {escape(each.effect)}</p>'
            f"<p><b>Controls</b></p>{listed(f'{one.control} ({one.test})' for one in each.controls)}"
            f"<p><b>What is left:</b> {escape(each.residual)}</p></article>",
        )
        for each in pack.hazards
    )


main(session.in_view()[0])
