"""What the server holds once for all visitors: the pages, the packs, the texts of their articles, their reasons."""

import logging
import os
from functools import cache, partial
from pathlib import Path

import streamlit as st

from considerations.engine.items import Key, items, key
from considerations.explain.in_words import rule
from considerations.explain.reasons import Reasons
from considerations.loading.loader import BrokenPack, folders, load
from considerations.loading.positions import Unreadable, content
from considerations.loading.shipped import SHIPPED
from considerations.pack import Pack, article
from considerations.pack.words import screen
from considerations.render.cards import Passages, Refer, disclosure, references
from considerations.render.html_blocks import html_list

RULES = Path(os.environ.get("CONSIDERATIONS_RULES") or SHIPPED / "rules")

_log = logging.getLogger(__name__)


@cache
def pages() -> tuple[st.Page, ...]:
    """Make the pages once for all visitors: finding their files takes as long as everything else above a page."""
    return (
        st.Page("screens/start.py", title=screen.PAGE_START, url_path="start", default=True),
        st.Page("screens/questions.py", title=screen.PAGE_QUESTIONS, url_path="questions"),
        st.Page("screens/check_answers.py", title=screen.PAGE_CHECK_ANSWERS, url_path="check"),
        st.Page("screens/considerations.py", title=screen.PAGE_CONSIDERATIONS, url_path="considerations"),
        st.Page("screens/summary.py", title=screen.PAGE_SUMMARY, url_path="summary"),
        st.Page("screens/how_it_works.py", title=screen.PAGE_HOW_IT_WORKS, url_path="how"),
    )


@cache
def packs() -> dict[str, Pack | None]:
    """Load every pack once, when the server starts, by folder name; None stands for one that did not pass its checks."""
    return {folder.name: _loaded(folder) for folder in folders(RULES)}


def _loaded(folder: Path) -> Pack | None:
    try:
        return load(folder)
    except BrokenPack as broken:
        for line in (f"The pack {folder.name} is not shown. Its faults:", *str(broken).splitlines()):
            _log.error("%s", line)
        return None


def passages(name: str) -> Passages:
    """Return the article's passages, from `article.txt` in the pack's folder or `CONSIDERATIONS_ARTICLE`; none without."""
    return article_text(name)[0]


@cache
def article_text(name: str) -> tuple[Passages, tuple[str, ...]]:
    """Return the passages of a pack's article, and what is wrong with each text that has none of them."""
    own, elsewhere, faults = RULES / name / "article.txt", os.environ.get("CONSIDERATIONS_ARTICLE"), []
    texts = {"article.txt": own} if own.exists() else {}
    texts |= {"CONSIDERATIONS_ARTICLE": Path(elsewhere)} if elsewhere else {}
    pack = packs()[name]
    for name_shown, file in texts.items():
        try:
            if passages := article.passages(pack.index if pack else {}, content(file, name_shown)):
                return passages, ()
            faults.append(screen.OTHER_ARTICLE.format(file=name_shown))
        except Unreadable as unreadable:
            faults += [f"{fault.file}: {fault.message}" for fault in unreadable.faults]
    return {}, tuple(faults)


@cache
def reasons(name: str) -> Reasons:
    """Work out a pack's reasons once for all visitors; from then on they are only read."""
    return Reasons(_in_use(name))


def _in_use(name: str) -> Pack:
    pack = packs()[name]
    assert pack is not None, "only a pack that loaded is in use"
    return pack


@cache
def refer(name: str) -> Refer:
    """Return a pack's references as lists that open, each made once for all visitors."""
    return cache(partial(references, _in_use(name)))


@cache
def rules(name: str) -> dict[Key, str]:
    """Return every rule of a pack in words, as lines that open; made once for all visitors."""
    pack = _in_use(name)
    return {
        key(item): disclosure(screen.FULL_RULE, html_list(rule(item, pack), between=screen.OR)) for item in items(pack)
    }
