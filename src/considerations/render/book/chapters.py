"""The chapters of the book, in the order in which they are read."""

from collections.abc import Mapping
from html import escape

from considerations.engine.items import Item
from considerations.explain.in_words import rule, words
from considerations.pack import Pack, Point, Question, Stop
from considerations.pack.companions import Gap, Hazard, Notice
from considerations.pack.terms import GLOSSARY, STATUS, counted
from considerations.proof.verify import Proof
from considerations.render import cards
from considerations.render.book.outline import anchor, brings, hanging, outline, to_address
from considerations.render.cards import Passages
from considerations.render.html_blocks import listed

Chapters = dict[str, tuple[str, str]]


def chapters(pack: Pack, proof: Proof | None, passages: Passages) -> Chapters:
    """Give every chapter by its anchor: its title and its content as markup."""
    about = pack.about
    return {
        "method": ("The method in plain words", _method(pack)),
        "identity": ("The article and these rules", facts(_identity(pack, passages)) + listed(about.limits)),
        "outline": ("The article, in its own order", _lead(_OUTLINE) + outline(pack, passages)),
        "points": (f"The {len(pack.points)} points and their rules", _points(pack, passages)),
        "questions": (
            f"The {len(pack.questions)} questions",
            "".join(_question(each, pack) for each in pack.questions),
        ),
        "stops": ("Stops", _stops(pack)),
        "notices": ("Notices", "".join(_notice(each, pack) for each in pack.notices)),
        "brings": ("What each question can bring", _lead(_BRINGS) + brings(pack)),
        "table": ("Side by side, as far as the article goes", cards.comparison(pack)),
        "gaps": ("What the article does not say", _gaps(pack)),
        "proofs": ("What is proved of these rules", _proved(pack, proof)),
        "hazards": ("Hazards", "".join(map(_hazard, pack.hazards))),
        "attributes": ("Source attributes", facts({e.attribute: e.value for e in about.source_attributes})),
        "labelling": ("Labelling", facts({f"{each.element} {each.name}": each.value for each in about.labelling})),
        "changes": ("What changed", "".join(_group(r.version, listed(r.notes)) for r in pack.changes)),
        "glossary": ("The words used here", facts(GLOSSARY)),
        "references": ("References", _references(pack)),
    }


_OUTLINE = (
    "L20.1 is line 20, first sentence. Each sentence is cited by a point, which says it in our own words, or set aside with a "
    "reason; none is forgotten. Follow a point to its rule."
)
_BRINGS = "Read off the rules: an answer to the question on the left is part of what can bring what stands beside it."


def _lead(text: str) -> str:
    return f"<p>{text}</p>"


def facts(entries: Mapping[str, str]) -> str:
    """Give names and what is known of them as a table."""
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{escape(fact)}</td></tr>' for name, fact in entries.items()
    )
    return f'<table class="facts"><tbody>{rows}</tbody></table>'


def _method(pack: Pack) -> str:
    return (
        f"<p>{escape(pack.about.intended_use)}</p><p><b>For:</b> {escape(pack.about.intended_user)}.</p>"
        f"<p><b>Not for:</b></p>{listed(pack.about.not_for)}"
        "<p>Fixed if-then rules compare the answers with conditions that people wrote and anyone can read below. A point of "
        "the article is highlighted when one of its conditions holds, waits while that hangs on an open question, and stays in "
        "the background otherwise, where it can still be read. A missing answer is never read as a no. There are no statistics "
        "and no learning; nothing is ranked, graded or scored, and the order is the article's.</p>"
        "<p>While an answer says that there is no time to review, a stop takes the place of every page.</p>"
    )


def _identity(pack: Pack, passages: Passages) -> dict[str, str]:
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
        "Rules": f"{about.pack} {about.version}, {STATUS[about.status]}; sha256 {pack.digest}",
        "Maintained by": about.maintainers,
        "The article's text": "At hand, shown beside each point" if passages else "Not at hand here",
    }


def _points(pack: Pack, passages: Passages) -> str:
    return "".join(
        _group(title, "".join(_point(each, pack, passages) for each in pack.points if each.theme == theme))
        for theme, title in pack.about.themes.items()
    )


def _group(title: str, content: str) -> str:
    return f'<div class="group"><h3>{escape(title)}</h3>{content}</div>'


def _point(point: Point, pack: Pack, passages: Passages) -> str:
    cited = ", ".join(map(to_address, point.cites))
    beside = cards.evidence(pack.evidence.beside(point.point), cards.links(pack))
    return (
        f'<article class="card {point.valence}" id="{anchor(point)}" tabindex="-1">'
        f"{cards.heading_of(point, cited)}{cards.quoted(point.cites, passages)}{_rule(point, pack, 'Highlighted when')}"
        f"{beside}</article>"
    )


def _rule(item: Item, pack: Pack, title: str) -> str:
    return f'<div class="why">{cards.because(title, rule(item, pack), "or")}{hanging(item, pack)}</div>'


def _question(question: Question, pack: Pack) -> str:
    when = cards.because("Asked when", [f"{words(question.ask_when, pack)}."] if question.ask_when else [])
    neutral = "; ".join(f"“{question.label(option)}”" for option in question.neutral)
    return (
        f'<article class="card" id="question-{question.question}" tabindex="-1"><p class="tags"><span>{escape(question.short)}'
        f"</span></p><h3>{escape(question.asks)}</h3><p><b>Why asked:</b> {escape(question.why)}</p>"
        f"<p><b>What counts:</b> {escape(question.how_to_answer)}</p>{listed(option.text for option in question.options)}"
        f'<div class="why">{when}{cards.because("Meant to bring nothing", [f"{neutral}."] if neutral else [])}'
        f'<p><a href="#brings-{question.question}">What it can bring</a></p></div></article>'
    )


def _stops(pack: Pack) -> str:
    contacts = listed(f"{contact.place}. {contact.line}" for contact in pack.stops.contacts)
    checked = f'<p class="hint">Checked {escape(pack.stops.checked)}. {escape(pack.stops.checked_how)}</p>'
    return "".join(_stop(each, pack) for each in pack.stops.stops) + f"<h3>Crisis lines</h3>{contacts}{checked}"


def _stop(stop: Stop, pack: Pack) -> str:
    until = [f"until {words(stop.until, pack)}"] if stop.until else []
    holds = cards.because("Holds when", [" ".join([words(stop.when, pack), *until])])
    return (
        f'<article class="card"><h3>{escape(stop.headline)}</h3>{listed(stop.first)}<p>{escape(stop.after)}</p>'
        f'<div class="why">{holds}</div></article>'
    )


def _notice(notice: Notice, pack: Pack) -> str:
    return (
        f'<article class="card" id="{anchor(notice)}" tabindex="-1"><p>{escape(notice.text)}</p>'
        f"{_rule(notice, pack, 'Shown when')}</article>"
    )


def _gaps(pack: Pack) -> str:
    def one(gap: Gap) -> str:
        more = _rule(gap, pack, "In front when") + cards.because(
            "Words looked for in the article and not found", ["; ".join(f"“{word}”" for word in gap.absent)]
        )
        card = cards.gap(gap, cards.links(pack), more)
        return f'<div id="{anchor(gap)}" tabindex="-1">{card}</div>'

    return "".join(
        _group(title, "".join(one(each) for each in pack.gaps.gaps if each.group == group))
        for group, title in pack.gaps.groups.items()
    )


def _proved(pack: Pack, proof: Proof | None) -> str:
    if proof is None:
        return _lead(
            "No proof is at hand: the rules tie too many questions together, or their files changed after the app read them."
        )
    claims = [
        "Points, gaps, notices and stops: each of them can come up, and no notice always shows.",
        "No condition always holds, and no part of one can be left out without changing what is shown.",
        "Every option brings something, or is declared to bring nothing.",
        *(" ".join(filter(None, [each.guarantee, each.rationale])) for each in pack.about.guarantees),
    ]
    return (
        f"<p>Not sampled: held against all {proof.answer_sets:,} possible answer sets, {proof.without_a_stop:,} of them "
        f"without a stop, and all {proof.partial:,} without one in which answers may be open; "
        f"{counted(proof.conditions, 'condition')} in all.</p>"
        + (listed(claims) if not proof.faults else f"<p>Not all of it holds:</p>{listed(map(str, proof.faults))}")
        + _lead("These are counts of combinations of answers, not of patients.")
        + _lead(
            "What no proof reaches: that a point says what the article says, that a reading is fair, or that a note says what a study "
            "found. People read those."
        )
    )


def _hazard(each: Hazard) -> str:
    return (
        f'<article class="card"><h3>{escape(each.title)}</h3><p><b>Cause:</b> {escape(each.cause)} '
        f"<b>Effect:</b> {escape(each.effect)}</p>"
        f"{cards.because('Controls', (f'{one.control} ({one.test})' for one in each.controls))}"
        f"<p><b>What is left:</b> {escape(each.residual)}</p></article>"
    )


def _references(pack: Pack) -> str:
    entries = "".join(
        f'<li id="ref-{each.reference}" tabindex="-1">{cards.reference(each)}</li>' for each in pack.evidence.references
    )
    return f'<ol class="references">{entries}</ol>'
