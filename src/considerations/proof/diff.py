"""Compare two versions of a pack exactly, over all answer sets; shares count answer sets, not patients."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from considerations.diagrams.decision_diagram import Set, Space
from considerations.diagrams.pack_diagrams import PackSets, questions
from considerations.pack import Pack
from considerations.pack.conditions import Part

KINDS = ("stop", "point", "gap", "notice")
MAX_CASES = 6


@dataclass(frozen=True)
class Change:
    """An item that newly shows (`comes`) or no longer shows: in how many answer sets, exactly when, and one example."""

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
    """Everything in which two versions differ; `files` says whether the files do, even if only in comments or spacing."""

    old: str
    new: str
    before: int
    after: int
    both: int
    changed: int
    structure: tuple[str, ...]
    changes: tuple[Change, ...]
    rewritten: tuple[str, ...]
    cases: tuple[str, ...]
    wording: tuple[str, ...]
    files: bool

    @property
    def empty(self) -> bool:
        """Return whether nothing but comments and spacing differs."""
        return not (self.structure or self.changes or self.rewritten or self.cases or self.wording)


def difference(old: Pack, new: Pack) -> Difference:
    """
    Compare two versions of a pack over all answer sets possible in both: an answer to every question of either.

    A question that only one version asks has no effect in the other, so there it can have any answer.
    """
    space = Space(questions(old, new))
    before, after = PackSets(old, space, other=new), PackSets(new, space, other=old)
    both = space.intersection(before.reachable, after.reachable)
    # A stop hides all else, so that it goes without saying when it applies in both versions.
    open_in_one = space.intersection(both, space.union(before.live, after.live))
    changes: list[Change] = []
    changed: list[Set] = []
    for kind, name in sorted({**before.shown, **after.shown}, key=lambda key: KINDS.index(key[0])):
        was, now = (sets.shown.get((kind, name), 0) for sets in (before, after))
        for comes, only_one in ((True, space.difference(now, was)), (False, space.difference(was, now))):
            affected = space.intersection(only_one, both)
            if affected:
                changed.append(affected)
                within = both if kind == "stop" else open_in_one
                share = space.count(affected) / space.count(both)
                changes.append(_change((kind, name, comes), affected, within, share, after if now else before))
    return Difference(
        old=f"{old.about.pack} {old.about.version}",
        new=f"{new.about.pack} {new.about.version}",
        before=before.count(),
        after=after.count(),
        both=space.count(both),
        changed=space.count(space.any(changed)),
        structure=tuple(_structure(old, new)),
        changes=tuple(changes),
        rewritten=_differing(_rules(old), _rules(new)),
        cases=_differing(_cases(old), _cases(new)),
        wording=(*_differing(_texts(old), _texts(new)), *_reordered(old, new)),
        files=old.digest != new.digest,
    )


def _change(what: tuple[str, str, bool], affected: Set, within: Set, share: float, sets: PackSets) -> Change:
    space = sets.space
    cases = list(islice(space.cases(affected, within), MAX_CASES + 1))
    return Change(
        *what,
        answer_sets=space.count(affected),
        share=share,
        when=tuple(map(sets.in_words, cases[:MAX_CASES])),
        whole=len(cases) <= MAX_CASES,
        witness=space.answers(affected),
    )


def _options(pack: Pack) -> set[str]:
    return {f"option '{o.option}' of question '{q.question}'" for q in pack.questions for o in q.options}


def _structure(old: Pack, new: Pack) -> Iterator[str]:
    """Yield what only one version has."""
    was, now = ({*dict(_texts(pack)), *dict(_cases(pack)), *_options(pack)} for pack in (old, new))
    yield from (f"{name} is new" for name in sorted(now - was))
    yield from (f"{name} is gone" for name in sorted(was - now))


def _differing(old: Iterator[tuple[str, Any]], new: Iterator[tuple[str, Any]]) -> tuple[str, ...]:
    """Return the names of what is in both versions but differs."""
    was = dict(old)
    return tuple(name for name, now in new if name in was and was[name] != now)


def _rules(pack: Pack) -> Iterator[tuple[str, Any]]:
    """Yield every rule as written, by name."""
    for question in pack.questions:
        yield f"when '{question.question}' is asked", question.ask_when
        yield f"what changes nothing by design in '{question.question}'", question.neutral
    for guarantee in pack.about.guarantees:
        yield f"what is required by '{guarantee.guarantee}'", guarantee.model_dump(exclude={"rationale"})
    for point in pack.points:
        yield f"the rule of '{point.point}'", [way.when for way in point.highlight]
    for gap in pack.gaps.gaps:
        rule = ([way.when for way in gap.relevant], gap.with_themes, gap.with_points)
        yield f"the rule of '{gap.gap}'", rule
    for notice in pack.notices:
        yield f"the rule of the notice '{notice.notice}'", notice.when
    for stop in pack.stops.stops:
        yield f"the rule of the stop '{stop.stop}'", (stop.when, stop.until)


def _cases(pack: Pack) -> Iterator[tuple[str, Any]]:
    """Yield every vignette by name; its answers and what comes of them is no wording."""
    yield from ((f"vignette '{case.vignette}'", case) for case in pack.vignettes)


def _reordered(old: Pack, new: Pack) -> Iterator[str]:
    """Yield each list in which what both versions have stands in another order."""
    was, now = entries(old), entries(new)
    for kind in was:
        common = was[kind].keys() & now[kind].keys()
        if [name for name in was[kind] if name in common] != [name for name in now[kind] if name in common]:
            yield f"the order of each {kind}"


def entries(pack: Pack) -> dict[str, dict[str, Part]]:
    """Return every entry of a pack's lists by its kind and its name."""
    lists: dict[str, tuple[Part, ...]] = {
        "step": pack.steps,
        "question": pack.questions,
        "point": pack.points,
        "gap": pack.gaps.gaps,
        "notice": pack.notices,
        "stop": pack.stops.stops,
        "reference": pack.evidence.references,
        "row": pack.comparison.rows,
        "hazard": pack.hazards,
        "vignette": pack.vignettes,
    }
    return {kind: {getattr(entry, kind): entry for entry in named} for kind, named in lists.items()}


def _texts(pack: Pack) -> Iterator[tuple[str, Any]]:
    """Yield every text by name, without its conditions."""
    without_when = {"__all__": {"when"}}
    rules: dict[str, Any] = {
        "step": {"questions"},
        "question": {"ask_when", "neutral"},
        "point": {"highlight": without_when},
        "gap": {"relevant": without_when, "with_themes": True, "with_points": True},
        "notice": {"when"},
        "stop": {"when", "until"},
    }
    for kind, named in entries(pack).items():
        if kind != "vignette":
            yield from ((f"{kind} '{name}'", each.model_dump(exclude=rules.get(kind))) for name, each in named.items())
    for weighed in pack.evidence.weighed:
        yield f"evidence on '{weighed.point}' at {', '.join(weighed.at)}", weighed.model_dump()
    for contact in pack.stops.contacts:
        yield f"the crisis line of {contact.place}", contact.model_dump()
    yield "when and how crisis lines were checked", (pack.stops.checked, pack.stops.checked_how)
    yield "when the evidence and labels were checked", (pack.evidence.checked, pack.evidence.labels_checked)
    yield "the groups of gaps", pack.gaps.groups
    yield "the columns of the table", pack.comparison.columns
    yield "what is not used as a point", pack.not_used
    yield "the index of the article", pack.index
    yield "what changed", pack.changes
    yield "the guarantees", [(each.guarantee, each.rationale) for each in pack.about.guarantees]
    for field, value in pack.about.model_copy(update={"guarantees": ()}):
        yield f"'{field}' of the pack", value
