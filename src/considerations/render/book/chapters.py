"""Write the chapters of the book, in the order in which they are read."""

from collections.abc import Iterable, Mapping
from functools import partial
from html import escape

from considerations.engine.items import Item
from considerations.explain.in_words import rule, words
from considerations.pack import About, Pack, Point, Question, Step, Stop, terms
from considerations.pack.companions import Gap, Hazard, Notice, Row
from considerations.pack.conditions import Part
from considerations.pack.evidence import Reference
from considerations.pack.standing import standing
from considerations.pack.words import draft, responsibility
from considerations.pack.words import paper as wording
from considerations.proof.verify import Proof
from considerations.render import markup
from considerations.render.book.accountability import accountability
from considerations.render.book.outline import anchor, dependencies, effects, outline, to_address
from considerations.render.markup import Passages, card, facts, html_list, paragraph


def chapters(pack: Pack, proof: Proof | None, passages: Passages) -> dict[str, tuple[str, str]]:
    """Write every chapter, by its anchor: its title and its content as markup."""
    about, gaps = pack.about, pack.gaps
    labels = {f"{each.element} {each.name}": each.value for each in about.labelling}
    references = "".join(
        f'<li id="ref-{each.reference}" tabindex="-1">{markup.reference(each)}</li>'
        for each in pack.evidence.references
    )
    points = [(each.theme, _point(each, pack, passages)) for each in pack.points]
    versions = {each.version: each.version for each in pack.changes}
    return {
        "method": (wording.METHOD, _method(about)),
        "identity": (wording.IDENTITY, facts(_identity(pack, passages)) + html_list(pack.limits)),
        "outline": (wording.OUTLINE, paragraph(wording.OUTLINE_LEAD) + outline(pack, passages)),
        "points": (wording.POINTS.format(number=len(pack.points)), _groups(about.themes, points)),
        "questions": (
            wording.QUESTIONS.format(number=len(pack.questions)),
            "".join(_question(each, pack) for each in pack.questions),
        ),
        "stops": (wording.STOPS, _stops(pack)),
        "notices": (wording.NOTICES, "".join(_notice(each, pack) for each in pack.notices)),
        "effects": (wording.EFFECTS, paragraph(wording.EFFECTS_LEAD) + effects(pack)),
        "table": (terms.COMPARISON, markup.comparison(pack)),
        "gaps": (
            terms.NOT_COVERED,
            _groups(gaps.groups, [(each.group, _gap(each, pack)) for each in gaps.gaps]) or _not_yet("gaps"),
        ),
        "proofs": (wording.PROOFS, _proofs(about, proof)),
        "hazards": (wording.HAZARDS, "".join(map(_hazard, pack.hazards)) or _not_yet("hazards")),
        "attributes": (wording.ATTRIBUTES, facts({each.attribute: each.value for each in about.source_attributes})),
        "labelling": (wording.LABELLING, facts(labels)),
        "accountability": (responsibility.TITLE, accountability(pack)),
        "changes": (
            wording.CHANGES,
            _groups(versions, [(each.version, html_list(each.notes)) for each in pack.changes]) or _not_yet("changes"),
        ),
        "glossary": (wording.GLOSSARY, facts(terms.GLOSSARY)),
        "references": (wording.REFERENCES, f'<ol class="references">{references}</ol>'),
    }


def entry(each: Part, pack: Pack) -> str:
    """Write one entry in full: an item's rule in words, and any other as it stands in its chapter, if it has one."""
    if isinstance(each, Point | Gap | Notice):
        return html_list(rule(each, pack), between=wording.OR_ITEM)
    if isinstance(each, Question):
        return _question(each, pack)
    if isinstance(each, Step):
        return f"<h3>{escape(each.title)}</h3>{paragraph(each.note) if each.note else ''}"
    if isinstance(each, Row):
        alone = pack.comparison.model_copy(update={"rows": (each,)})
        return markup.comparison(pack.model_copy(update={"comparison": alone}))
    if isinstance(each, Reference):
        return f'<ol class="references"><li>{markup.reference(each)}</li></ol>'
    return _stop(each, pack) if isinstance(each, Stop) else _hazard(each) if isinstance(each, Hazard) else ""


def _not_yet(part: str) -> str:
    return paragraph(draft.MISSING[part])


def _groups(titles: Mapping[str, str], entries: Iterable[tuple[str, str]]) -> str:
    """Write entries, each after the name of its group, under the titles of the groups."""
    groups = dict.fromkeys(titles, "")
    for name, entry in entries:
        groups[name] += entry
    return "".join(f'<div class="group"><h3>{escape(titles[name])}</h3>{each}</div>' for name, each in groups.items())


def _why(*lines: str) -> str:
    return f'<div class="why">{"".join(lines)}</div>'


def _method(about: About) -> str:
    return (
        paragraph(about.intended_use)
        + paragraph(f"{about.intended_user}.", wording.FOR)
        + markup.titled_list(f"{wording.NOT_FOR}:", about.not_for)
        + paragraph(wording.METHOD_RULES)
        + paragraph(wording.METHOD_STOP)
    )


def _identity(pack: Pack, passages: Passages) -> dict[str, str]:
    about = pack.about
    source = {**dict(about.source), "title": f"“{about.source.title}”"}
    return {
        **dict(zip(wording.SOURCE, source.values(), strict=True)),
        wording.RULES: wording.RULES_VERSION.format(
            pack=about.pack, version=about.version, status=standing(pack), digest=pack.digest
        ),
        wording.MAINTAINERS: about.maintainers,
        wording.ARTICLE_TEXT: wording.ARTICLE_AVAILABLE if passages else wording.ARTICLE_NOT_AVAILABLE,
    }


def _point(point: Point, pack: Pack, passages: Passages) -> str:
    cited = wording.CITED.format(addresses=", ".join(map(to_address, point.cites)))
    return card(
        f'<p class="tags"><span>{terms.VALENCES[point.valence]}</span><span>{cited}</span></p><h3>{escape(point.headline)}</h3>',
        markup.point_text(point),
        markup.quotations(point.cites, passages),
        _rule(point, pack, wording.APPLIES_WHEN),
        markup.evidence(pack.evidence.beside(point.point), partial(markup.links, pack)),
        kind=point.valence,
        anchor=anchor(point),
    )


def _rule(item: Item, pack: Pack, title: str) -> str:
    return _why(markup.titled_list(title, rule(item, pack), wording.OR_ITEM), dependencies(item, pack))


def _question(question: Question, pack: Pack) -> str:
    name = question.question
    when = [f"{words(question.ask_when, pack)}."] if question.ask_when else []
    neutral = "; ".join(f"“{question.label(option)}”" for option in question.neutral)
    return card(
        f'<p class="tags"><span>{escape(question.short)}</span></p><h3>{escape(question.asks)}</h3>',
        paragraph(question.why, terms.WHY_WE_ASK),
        paragraph(question.how_to_answer, terms.HOW_TO_ANSWER),
        html_list(option.text for option in question.options),
        _why(
            markup.titled_list(wording.ASKED_WHEN, when),
            markup.titled_list(wording.NO_EFFECT, [f"{neutral}."] if neutral else []),
            f'<p><a href="#effects-{name}">{wording.WHAT_IT_AFFECTS}</a></p>',
        ),
        anchor=f"question-{name}",
    )


def _stops(pack: Pack) -> str:
    contacts = html_list(f"{contact.place}. {contact.line}" for contact in pack.stops.contacts)
    stops = "".join(_stop(each, pack) for each in pack.stops.stops)
    return f'{stops}<h3>{terms.CRISIS_LINES}</h3>{contacts}<p class="hint">{escape(pack.stops.contacts_checked)}</p>'


def _stop(stop: Stop, pack: Pack) -> str:
    when = words(stop.when, pack)
    if stop.until:
        when = wording.UNTIL.format(when=when, until=words(stop.until, pack))
    why = _why(markup.titled_list(wording.STOPS_WHEN, [when]))
    return card(f"<h3>{escape(stop.headline)}</h3>{html_list(stop.first)}{paragraph(stop.after)}{why}")


def _notice(notice: Notice, pack: Pack) -> str:
    return card(paragraph(notice.text), _rule(notice, pack, wording.SHOWN_WHEN), anchor=anchor(notice))


def _gap(gap: Gap, pack: Pack) -> str:
    absent = markup.titled_list(wording.WORDS_NOT_FOUND, ["; ".join(f"“{word}”" for word in gap.absent)])
    more = _rule(gap, pack, wording.RELEVANT_WHEN) + absent
    return markup.gap(gap, partial(markup.links, pack), more, anchor(gap))


def _proofs(about: About, proof: Proof | None) -> str:
    if proof is None:
        return paragraph(wording.NO_PROOF)
    guarantees = (" ".join(filter(None, [each.guarantee, each.rationale])) for each in about.guarantees)
    claims = html_list([*wording.PROVED_CLAIMS, *guarantees])
    faults = paragraph(wording.NOT_PROVED) + html_list(map(str, proof.faults))
    proved = wording.PROVED.format(**vars(proof) | {"conditions": terms.counted(proof.conditions, "condition")})
    ends = paragraph(wording.COMBINATIONS) + paragraph(wording.BEYOND_PROOF)
    return paragraph(proved) + (faults if proof.faults else claims) + ends


def _hazard(hazard: Hazard) -> str:
    return card(
        f"<h3>{escape(hazard.title)}</h3>",
        paragraph(hazard.cause, wording.CAUSE),
        paragraph(hazard.effect, wording.EFFECT),
        markup.titled_list(
            wording.CONTROLS, (f"{each.control} ({each.test or wording.NO_TEST})" for each in hazard.controls)
        ),
        paragraph(hazard.residual, wording.REMAINS),
    )
