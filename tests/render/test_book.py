"""The book holds the whole rule set, and leads from any part of it to what it hangs on."""

import re
from html import unescape

import pytest

from considerations.diagrams.pack_diagrams import PackSets
from considerations.diagrams.search import differ
from considerations.engine.items import depends_on, items, key, with_later
from considerations.explain.in_words import rule, words
from considerations.loading.loader import load_with_places
from considerations.pack import Pack, Point
from considerations.pack.article import passages
from considerations.pack.terms import GLOSSARY
from considerations.proof.verify import prove
from considerations.render.book import document
from considerations.render.book.outline import anchor
from tests.conftest import FALLS, FALLS_ARTICLE, RULES
from tests.reading import plain


@pytest.fixture(scope="session", params=[FALLS, *RULES.glob("*/")], ids=lambda folder: folder.name)
def made(request: pytest.FixtureRequest) -> tuple[Pack, str]:
    """A pack and its book."""
    pack, files = load_with_places(request.param)
    return pack, document.render(pack, prove(pack, files), {})


def test_it_holds_every_rule_and_all_that_stands_beside_it(made: tuple[Pack, str]) -> None:
    pack, page = made
    shown = plain(page)
    points, gaps = pack.points, pack.gaps.gaps

    owed = [text for item in items(pack) for text in rule(item, pack)]
    owed += [text for p in points for text in (p.headline, p.says, p.ask)] + [s.note for s in gaps]
    owed += [each.note for each in pack.evidence.weighed] + [each.finding for each in pack.evidence.references]
    owed += [text for q in pack.questions for text in (q.asks, q.why, q.how_to_answer, *(o.text for o in q.options))]
    owed += [words(q.ask_when, pack) for q in pack.questions if q.ask_when]
    owed += [words(stop.when, pack) for stop in pack.stops.stops]
    owed += [text for s in pack.stops.stops for text in (s.headline, *s.first)]
    owed += [guarantee.guarantee for guarantee in pack.about.guarantees] + [hazard.title for hazard in pack.hazards]
    owed += [each.value for each in pack.about.source_attributes] + [each.value for each in pack.about.labelling]
    owed += [note for release in pack.changes for note in release.notes]
    owed += [*pack.about.limits, *pack.about.not_for, pack.digest, *GLOSSARY.values()]
    assert [text for text in owed if text not in shown] == []


def test_every_sentence_stands_in_order_with_its_points_or_its_reason(made: tuple[Pack, str]) -> None:
    pack, page = made
    rows = re.findall(r'<tr id="(L[\d.]+)".*?</tr>', page)
    assert rows == list(pack.index)
    for address in pack.index:
        row = re.search(rf'<tr id="{re.escape(address)}".*?</tr>', page)
        assert row
        cited = [point.point for point in pack.points if address in point.cites]
        assert re.findall(r'href="#point-([\w-]+)"', row.group()) == cited
        assert bool(cited) != ("<i>" in row.group())


def test_every_link_leads_somewhere_and_every_place_is_its_own(made: tuple[Pack, str]) -> None:
    _, page = made
    places = re.findall(r'id="([^"]+)"', page)

    assert len(places) == len(set(places))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(places)


def test_a_question_is_said_to_bring_what_it_can_and_nothing_else(made: tuple[Pack, str]) -> None:
    pack, page = made
    sets = PackSets(pack)
    for question in pack.questions:
        name = question.question
        brings = [key(item) for item in items(pack) if name in depends_on(item, pack)]
        for item in items(pack):
            up = sets.shown[key(item)]
            down = sets.space.difference(sets.live, up)
            if key(item) not in brings:
                assert not differ(sets.space, up, down, [name], {})
            elif isinstance(item, Point):
                assert differ(sets.space, up, down, with_later(name, pack), {})
        row = re.search(rf'<tr id="effects-{name}".*?</tr>', page)
        assert row
        assert re.findall(r'href="#(point|gap|notice)-([\w-]+)"', row.group()) == brings


def test_an_item_links_to_every_question_it_hangs_on(made: tuple[Pack, str]) -> None:
    pack, page = made
    for item in items(pack):
        card = page[page.index(f'id="{anchor(item)}"') :].partition("</article>")[0]
        assert re.findall(r'href="#question-([\w-]+)"', card) == list(depends_on(item, pack))


def test_passages_stand_in_the_outline_where_the_article_is_at_hand(falls: Pack) -> None:
    found = passages(falls.index, FALLS_ARTICLE.read_text())
    page = document.fragment(falls, None, found)

    assert unescape(page).count("<q>Rugs slide.</q>") == 2
    assert "<q>" not in document.fragment(falls, None, {})


def test_markup_in_a_pack_stays_text(falls: Pack) -> None:
    assert "<b>for those alone</b>" not in document.fragment(falls, None, {})


def test_it_needs_nothing_from_elsewhere(made: tuple[Pack, str]) -> None:
    _, page = made

    assert re.findall(r"(?:src|@import|url\()\s*=?", page.split("<body>")[0]) == []
    assert re.findall(r"<(?:img|link|script [^>]*src|iframe)", page) == []
