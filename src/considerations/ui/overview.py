"""The first view of the page Considerations: the case, the balance, each point in a line that opens, and what is not covered."""

from collections.abc import Iterable
from html import escape
from itertools import groupby

from considerations.explain.explanations import Consideration, ExplainedGap
from considerations.explain.summary import Summary
from considerations.pack import Pack
from considerations.pack.terms import CLAIMS, EXAMPLE, MARKS, NOTHING, VALENCES
from considerations.pack.words import draft, screen
from considerations.render.markup import disclosure, paragraph
from considerations.ui import page_parts

# How many topics that an answer raises, and how many answers, stand in view; the others are one click away.
GAPS_IN_VIEW = 5
CHIPS_IN_VIEW = 4


def markup(summary: Summary) -> str:
    """Write the first view."""
    return f'<div class="overview"><p class="hint">{page_parts.version(summary.pack)} {screen.ORDER}</p>{_case(summary)}{_balance(summary)}{_in_short(summary)}{_points(summary)}{_gaps(summary)}</div>'


def line(item: Consideration, pack: Pack, mark: str = "") -> str:
    """Write a point in a line that opens, with a field for its mark beside it."""
    point = item.point
    tag = f"<b>{VALENCES[point.valence]}</b> <small>{_research(item)}</small>"
    return (
        f'<div class="glance {point.valence}"><details id="point-{point.point}"><summary><span class="tag">{tag}</span>'
        f'<span class="headline">{escape(point.headline)}</span></summary>{page_parts.opened(item, pack)}</details>{mark}</div>'
    )


def _research(item: Consideration) -> str:
    """Say in few words what research says of a point: of several sentences, first that studies limit one."""
    verdicts = {weighed.evidence for weighed in item.evidence}
    if not verdicts:
        return draft.NO_EVIDENCE.lower()
    if "supports" in verdicts and len(verdicts) > 1 and "qualifies" not in verdicts:
        return screen.RESEARCH_IN_PART
    return screen.RESEARCH_IN_LINE[min(verdicts, key=list(screen.RESEARCH_IN_LINE).index)]


def _case(summary: Summary) -> str:
    answers = summary.assessment.answers
    chips = [
        f'<li><button type="button" data-change="{question.question}">{escape(option.phrase[:1].upper() + option.phrase[1:])}'
        "</button></li>"
        for question in summary.pack.questions
        for option in question.options
        if option.phrase and answers.get(question.question) == option.option
    ]
    in_view, others = _chips(chips[:CHIPS_IN_VIEW]), _chips(chips[CHIPS_IN_VIEW:])
    more = disclosure(screen.MORE_ANSWERS.of(len(chips) - CHIPS_IN_VIEW), others)
    questions = "; ".join(question.short for question in summary.safety_open)
    open_safety = f'<p class="notice-line"><b>{escape(screen.SAFETY_OPEN.format(questions=questions))}</b> {screen.SAFETY_OPEN_NOTE}</p>'
    example = f'<p class="notice-line"><b>{EXAMPLE}:</b> {escape(summary.example)}.</p>' if summary.example else ""
    return (
        f"{example}{in_view or paragraph(summary.situation)}{more}{open_safety if questions else ''}"
        f"{page_parts.notices(summary, 'considerations')}"
    )


def _chips(chips: Iterable[str]) -> str:
    entries = "".join(chips)
    return f'<ul class="chips" aria-label="{screen.CASE}">{entries}</ul>' if entries else ""


def _balance(summary: Summary) -> str:
    """Count the points by what they claim, as words whose width says the same."""
    valences: list[str] = [item.point.valence for item in summary.in_state(True)]
    counts = {kind: valences.count(kind) for kind in VALENCES} | {"gap": len(summary.relevant_gaps())}
    bars = "".join(
        f'<li style="flex-grow: {number}">{number} {screen.IN_BALANCE[kind].of(number)}</li>'
        for kind, number in counts.items()
        if number
    )
    return f'<ul class="balance">{bars}</ul>'


def _in_short(summary: Summary) -> str:
    """Write in sentences that open, above the claims, what the article leaves out beside them."""
    relevant = summary.relevant_gaps()
    lines = [_gap(item, summary.pack) for item in relevant if item.gap.in_short]
    title = screen.LEFT_OUT_IN_SHORT.format(number=len(lines), relevant=len(relevant))
    return f'<h2 class="left-out">{title}</h2><div class="columns">{"".join(lines)}</div>' if lines else ""


def _points(summary: Summary) -> str:
    pack, points = summary.pack, summary.in_state(True)
    if not points:
        return f'<p class="notice-line">{NOTHING}</p>'
    lines = "".join(
        f'<h3 class="theme">{escape(pack.about.themes[theme])}</h3>{"".join(line(item, pack, _mark(item)) for item in items)}'
        for theme, items in groupby(points, key=lambda item: item.point.theme)
    )
    reviewed = screen.MARKED_OF.format(points=len(points))
    return (
        f'<section><div class="bar"><h2 class="theme">{CLAIMS}: {page_parts.count(summary)}</h2><span class="reviewed" role="status" data-words="{reviewed}">'
        f'</span><button type="button" data-open="{screen.CLOSE_ALL}">{screen.OPEN_ALL}</button></div><p class="hint" data-note hidden>{screen.MARKS_DO}</p>{lines}</section>'
    )


def _mark(item: Consideration) -> str:
    options = "".join(f'<option value="{mark}">{words}</option>' for mark, words in MARKS.items())
    label = screen.MARK.format(headline=item.point.headline)
    return (
        f'<select disabled data-point="{item.point.point}" aria-label="{escape(label)}">'
        f'<option value="">{screen.NOT_MARKED}</option>{options}</select>'
    )


def _gaps(summary: Summary) -> str:
    """Write the other topics that are not covered: those that an answer raises, then the rest by group."""
    pack, relevant = summary.pack, [item for item in summary.relevant_gaps() if not item.gap.in_short]
    if not pack.gaps.gaps:
        return f'<p class="notice-line">{draft.MISSING["gaps"]}</p>'
    if not relevant:
        return ""
    raised = [item for item in relevant if item.tied][:GAPS_IN_VIEW]
    others = [item for item in relevant if item not in raised]
    lines = "".join(_gap(item, pack) for item in raised)
    groups = "".join(
        disclosure(
            screen.MORE_TOPICS.format(group=title, number=len(items)), "".join(_gap(each, pack) for each in items)
        )
        for group, title in pack.gaps.groups.items()
        if (items := [item for item in others if item.gap.group == group])
    )
    title = screen.ALSO_NOT_COVERED if summary.in_short else screen.NOT_COVERED
    return f'<section><h2 class="theme">{title}</h2><div class="columns">{lines}{groups}</div></section>'


def _gap(item: ExplainedGap, pack: Pack) -> str:
    return f'<div class="gap" id="gap-{item.gap.gap}">{disclosure(item.gap.in_short or item.gap.topic, page_parts.gap(item, pack))}</div>'


def lines(items: Iterable[Consideration], pack: Pack) -> str:
    """Write points that do not apply, or not yet, as lines that open: still readable, never hidden."""
    return page_parts.claims("".join(line(item, pack) for item in items))
