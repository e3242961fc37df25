"""What the server holds once for all visitors: the pages, the packs, the texts of their articles."""

import os
from functools import cache, lru_cache, partial
from pathlib import Path

import streamlit as st

from considerations.engine.items import Key, items, key
from considerations.explain.in_words import rule
from considerations.loading.faults import Unreadable
from considerations.loading.shipped import SHIPPED
from considerations.loading.yaml_files import content
from considerations.pack import Pack, article
from considerations.pack.words import screen
from considerations.render.markup import Passages, Refer, disclosure, html_list, references
from considerations.ui.watched_packs import Packs, WatchedPacks

RULES = Path(os.environ.get("CONSIDERATIONS_RULES") or SHIPPED / "rules")

# Sessions may still show an older version of a pack.
MAX_VERSIONS = 10


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
def watched() -> WatchedPacks:
    """Watch the folder of rules."""
    return WatchedPacks(RULES)


def packs() -> Packs:
    """Return every pack by folder name, as it is now; None stands for one that has not passed its checks yet."""
    return watched().current()


def passages(pack: Pack) -> Passages:
    """Return the article's passages, from `article.txt` in the pack's folder or `CONSIDERATIONS_ARTICLE`; none without."""
    return article_text(pack)[0]


@lru_cache(MAX_VERSIONS)
def article_text(pack: Pack) -> tuple[Passages, tuple[str, ...]]:
    """Return the passages of a pack's article, and what is wrong with each text that has none of them."""
    own, elsewhere, faults = RULES / pack.about.pack / "article.txt", os.environ.get("CONSIDERATIONS_ARTICLE"), []
    texts = {"article.txt": own} if own.exists() else {}
    texts |= {"CONSIDERATIONS_ARTICLE": Path(elsewhere)} if elsewhere else {}
    for name_shown, file in texts.items():
        try:
            if passages := article.passages(pack.index, content(file, name_shown)):
                return passages, ()
            faults.append(screen.OTHER_ARTICLE.format(file=name_shown))
        except Unreadable as unreadable:
            faults += [f"{fault.file}: {fault.message}" for fault in unreadable.faults]
    return {}, tuple(faults)


@lru_cache(MAX_VERSIONS)
def refer(pack: Pack) -> Refer:
    """Return a pack's references as lists that open, each made once for all visitors."""
    return cache(partial(references, pack))


@lru_cache(MAX_VERSIONS)
def rules(pack: Pack) -> dict[Key, str]:
    """Return every rule of a pack in words, as lines that open; made once for all visitors."""
    return {
        key(item): disclosure(screen.FULL_RULE, html_list(rule(item, pack), between=screen.OR)) for item in items(pack)
    }
