"""What an edit changes, exactly, over all answer sets: shares are of combinations of answers, not of patients."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from considerations.diagrams.decision_diagram import Set, Space
from considerations.diagrams.pack_diagrams import PackSets, questions
from considerations.pack import Pack

MOST_CASES = 6


@dataclass(frozen=True)
class Change:
    """One thing that comes or goes: what, in how many answer sets, exactly when, and one of them."""

    kind: str
    name: str
    comes: bool
    answer_sets: int
    share: float
    when: tuple[str, ...]
    whole: bool
    witness: dict[str, str]


@dataclass(frozen=True)
class Difference:
    """All that two versions of a pack do not share; `files` says that their files differ, if only in comments or spacing."""

    old: str
    new: str
    before: int
    after: int
    both: int
    changed: int
    structure: tuple[str, ...]
    changes: tuple[Change, ...]
    rewritten: tuple[str, ...]
    wording: tuple[str, ...]
    files: bool

    @property
    def empty(self) -> bool:
        """Say whether there is no difference at all."""
        return not (self.structure or self.changes or self.rewritten or self.wording)


def difference(old: Pack, new: Pack) -> Difference:
    """Compare two versions of a pack over all their answer sets."""
    space = Space(questions(old, new))
    before, after = PackSets(old, space), PackSets(new, space)
    both = space.intersection(before.reachable, after.reachable)
    rows = [
        *_rows("stop", before.stops, after.stops),
        *_rows("point", before.points, after.points),
        *_rows("gap", before.gaps, after.gaps),
        *_rows("notice", before.notices, after.notices),
    ]
    changes: list[Change] = []
    touched: list[Set] = []
    for kind, name, was, now in rows:
        for comes, found in ((True, space.difference(now, was)), (False, space.difference(was, now))):
            inside = space.intersection(found, both)
            if inside:
                touched.append(inside)
                changes.append(_change(kind, name, inside, both, after if now else before, comes=comes))
    return Difference(
        old=f"{old.about.pack} {old.about.version}",
        new=f"{new.about.pack} {new.about.version}",
        before=space.count(before.reachable),
        after=space.count(after.reachable),
        both=space.count(both),
        changed=space.count(space.any(touched)),
        structure=tuple(_structure(old, new)),
        changes=tuple(changes),
        rewritten=_otherwise(_rules(old), _rules(new)),
        wording=_otherwise(_texts(old), _texts(new)),
        files=old.digest != new.digest,
    )


def _rows(kind: str, was: Mapping[str, Set], now: Mapping[str, Set]) -> Iterator[tuple[str, str, Set, Set]]:
    for name in dict.fromkeys([*was, *now]):
        yield kind, name, was.get(name, 0), now.get(name, 0)


def _change(kind: str, name: str, found: Set, both: Set, sets: PackSets, *, comes: bool) -> Change:
    space = sets.space
    cases = list(islice(space.cases(found, both), MOST_CASES + 1))
    answers = space.witness(found)
    return Change(
        kind=kind,
        name=name,
        comes=comes,
        answer_sets=space.count(found),
        share=space.count(found) / space.count(both),
        when=tuple(map(sets.in_words, cases[:MOST_CASES])),
        whole=len(cases) <= MOST_CASES,
        witness={question: option for question, option in answers.items() if option},
    )


def _options(pack: Pack) -> set[str]:
    return {f"option '{o.option}' of question '{q.question}'" for q in pack.questions for o in q.options}


def _structure(old: Pack, new: Pack) -> Iterator[str]:
    """Give what only one version has."""
    was, now = ({*dict(_texts(pack)), *_options(pack)} for pack in (old, new))
    yield from (f"{name} is new" for name in sorted(now - was))
    yield from (f"{name} is gone" for name in sorted(was - now))


def _otherwise(old: Iterator[tuple[str, Any]], new: Iterator[tuple[str, Any]]) -> tuple[str, ...]:
    """Give the names under which both versions have something, and not the same."""
    was = dict(old)
    return tuple(name for name, now in new if name in was and was[name] != now)


def _rules(pack: Pack) -> Iterator[tuple[str, Any]]:
    """Give every rule as it is written, whatever it does."""
    for question in pack.questions:
        yield f"when '{question.question}' is asked", (question.ask_when, question.neutral)
    for point in pack.points:
        yield f"the rule of '{point.point}'", [way.when for way in point.highlight]
    for gap in pack.gaps.gaps:
        rule = ([way.when for way in gap.relevant], gap.with_themes, gap.with_points)
        yield f"the rule of '{gap.gap}'", rule
    for notice in pack.notices:
        yield f"the rule of the notice '{notice.notice}'", notice.when
    for stop in pack.stops.stops:
        yield f"the rule of the stop '{stop.stop}'", (stop.when, stop.until)


def _texts(pack: Pack) -> Iterator[tuple[str, Any]]:
    """Give everything that is read, by name, without its conditions; and the order of what stands in an order."""
    without_when = {"__all__": {"when"}}
    lists: dict[str, tuple[Any, Any]] = {
        "step": (pack.steps, {"questions"}),
        "question": (pack.questions, {"ask_when", "neutral"}),
        "point": (pack.points, {"highlight": without_when}),
        "gap": (pack.gaps.gaps, {"relevant": without_when, "with_themes": True, "with_points": True}),
        "notice": (pack.notices, {"when"}),
        "stop": (pack.stops.stops, {"when", "until"}),
        "reference": (pack.evidence.references, None),
        "row": (pack.comparison.rows, None),
        "hazard": (pack.hazards, None),
        "vignette": (pack.vignettes, None),
    }
    for kind, (entries, left_out) in lists.items():
        yield f"the order of each {kind}", [getattr(each, kind) for each in entries]
        yield from ((f"{kind} '{getattr(each, kind)}'", each.model_dump(exclude=left_out)) for each in entries)
    for weighed in pack.evidence.weighed:
        yield f"evidence beside '{weighed.point}' at {', '.join(weighed.at)}", weighed.model_dump()
    for contact in pack.stops.contacts:
        yield f"the crisis line of {contact.place}", contact.model_dump()
    yield "when and how crisis lines were checked", (pack.stops.checked, pack.stops.checked_how)
    yield "the groups of gaps", pack.gaps.groups
    yield "the columns of the table", pack.comparison.columns
    yield "what is not used as a point", pack.not_used
    yield "the index of the article", pack.index
    yield "what changed", pack.changes
    for field, value in pack.about:
        yield f"'{field}' of the pack", value
