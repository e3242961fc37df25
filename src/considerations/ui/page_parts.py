"""What several pages share: their headings, their cards and the way between them."""

import re
from collections.abc import Iterable
from html import escape
from typing import Literal

import streamlit as st

from considerations.engine.items import key
from considerations.explain.explanations import Consideration, Explained, ExplainedGap
from considerations.explain.summary import Summary
from considerations.pack import Pack, dates
from considerations.pack.standing import standing
from considerations.pack.terms import CLAIMS, HOW_WE_READ_IT, NOT_ADVICE, NOTICES, source_line
from considerations.pack.words import paper as wording
from considerations.pack.words import screen
from considerations.render import markup
from considerations.ui import browser_tab, server_cache, session

# What Streamlit's Markdown may take for more than itself: marks, directives, bullets, numbers, arrows, addresses.
_MARKS = re.compile(r"[!#$&*<=>@\[\\\]^_`{|}~]|:(?=\S)|(?<!\w)[-+]|(?<=\d)[.)](?=\s|$)|(?<=www)\.", re.IGNORECASE)


def plain(text: str) -> str:
    """Return a text as a label that Streamlit shows word for word; an empty span stops what a backslash alone does not."""
    return _MARKS.sub(r":small[]\\\g<0>:small[]", text)


def heading(title: str, over: str = "", *, above: str = "", keeps: bool = True, named: bool = True) -> None:
    """
    Show a page's heading, with a line over it and any markup above both; on paper, a line names the page made for that.

    The browser's tab takes its name from it, unless the name is not to be seen. The tab is also told what to keep, unless another
    part of the page does so.
    """
    page = screen.TITLE_WITH_STEP.format(step=over, title=title) if over else title
    names = dict.fromkeys([page, screen.PRODUCT] if named else [screen.PRODUCT])
    over = f'<p class="over">{escape(over)}</p>' if over else ""
    on_paper = f'<p class="paper">{screen.PRINT_THE_SUMMARY_PAGE}</p>' if named else ""
    about = f'data-page="{escape(page)}" data-title="{escape(" – ".join(names))}"'
    head = f'<h1 tabindex="-1" {about}>{escape(title)}</h1>'
    st.html(f"{on_paper}{above}{over}{head}{browser_tab.keeping() if keeps else ''}")


def claims(points: str) -> str:
    """Return points below the label that stands above every list of them; nothing where there are none."""
    return f'<p class="claims">{CLAIMS}</p>{points}' if points else ""


def count(summary: Summary) -> str:
    """Return in a line how many points apply, and how many need more answers."""
    assessment, points = summary.assessment, len(summary.pack.points)
    need_answers = len(assessment.points(None))
    apply = screen.APPLY.of(len(assessment.points(True)), points=points)
    if need_answers:
        return screen.APPLY_SO_FAR.of(need_answers, apply=apply)
    return screen.APPLY_IN_ALL.format(apply=apply)


def opened(item: Consideration, pack: Pack) -> str:
    """Return what a point's line opens: all but its headline and its valence, which the line has."""
    passages = markup.quotations(item.point.cites, server_cache.passages(pack))
    why = _why(item, pack, screen.WHY_POINT[item.state], screen.POINT_IF, item.interpretations)
    cited = wording.CITED.format(addresses=", ".join(item.point.cites))
    return (
        f'<div class="opened"><p class="hint">{cited}</p>{markup.point_text(item.point)}{passages}'
        f'<div class="why">{why}</div>{markup.evidence(item.evidence, server_cache.refer(pack))}</div>'
    )


def gap(item: ExplainedGap, pack: Pack) -> str:
    """Return a gap with why it is listed where it is, and what would make it relevant."""
    title = screen.WHY_GAP[item.state]
    why = _why(item, pack, title, screen.GAP_IF)
    more = markup.disclosure(title, why) if item.state else f'<div class="why">{why}</div>'
    return markup.gap(item.gap, server_cache.refer(pack), more)


def notices(summary: Summary, page: Literal["check-answers", "considerations"]) -> str:
    """Return the notices at the top of a page, each with why it is shown."""
    shown = ""
    for notice in summary.notices:
        if page in notice.where:
            why = Explained(notice, summary.assessment, summary.reasons).why
            opens = markup.disclosure(notice.text, markup.titled_list(screen.WHY_NOTICE, why))
            shown += f'<div class="notice-line">{opens}</div>'
    return f'<section aria-label="{NOTICES}">{shown}</section>' if shown else ""


def _why(item: Explained, pack: Pack, title: str, if_changed: str, interpretations: Iterable[str] = ()) -> str:
    return (
        markup.titled_list(title, item.why, screen.ANOTHER_REASON if item.state else "")
        + markup.titled_list(HOW_WE_READ_IT, interpretations)
        + markup.titled_list(screen.EACH_ANSWER, item.options_do)
        + markup.titled_list(if_changed, item.change, screen.OR)
        + server_cache.rules(pack)[key(item.item)]
    )


def link(label: str, page: str, *, onward: bool = False) -> None:
    """Show a link to another page; the one that leads `onward` has an arrow."""
    st.page_link(page, label=label, icon=":material/arrow_forward:" if onward else None, icon_position="right")


def start_again() -> None:
    """Show a button that deletes all answers, after one more question."""
    with st.popover(screen.START_AGAIN, icon=":material/restart_alt:"):
        st.write(screen.START_AGAIN_WARNING)
        st.button(screen.DELETE_ANSWERS, type="primary", on_click=session.forget)


def version(pack: Pack) -> str:
    """Return the version of the rules, and who reviewed them, if anyone has."""
    return escape(screen.FOOTER_VERSION.format(version=pack.about.version, status=standing(pack)))


def out_of_date(pack: Pack) -> None:
    """Say above a page what is past its day; nothing where nothing is."""
    if past := dates.out_of_date(pack):
        st.html(f'<p class="notice-line">{escape(past)}</p>')


def footer(pack: Pack) -> None:
    """Say on every page what this is, and what it is not."""
    st.html(
        f'<footer class="foot"><p>{escape(NOT_ADVICE)}</p><p>{escape(source_line(pack.about))}</p>'
        f"<p>{version(pack)} "
        f"{escape(browser_tab.ANSWERS_STAY_HERE)}</p></footer>"
    )
