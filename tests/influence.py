"""
How often a change of one answer changes what is shown, counted exactly in the decision diagrams.

`python -m tests.influence rules/PACK [--by QUESTION]` takes a folder, or `REVISION:FOLDER`. What is counted, for a question and
an option of QUESTION: of all assignments of an option to every other question in which QUESTION has that option and the
question is asked, the share in which two of its options show different points, gaps or notices, and bring no stop; and
the share in which two of its options differ in the stop that they bring, or in whether they bring one. So a stop, which
leaves no points, counts as a change of stops alone. An answer to a question that is not asked is not used, as in the app.
Shares are of assignments, not of patients. Exit status 1: some question never changes anything.
"""

import argparse
import sys
from collections.abc import Iterator
from functools import cached_property

from considerations.diagrams.decision_diagram import NOT_ASKED, Set
from considerations.diagrams.pack_diagrams import PackSets
from considerations.loading.git_revision import checked_out
from considerations.loading.loader import load
from considerations.pack import Pack
from considerations.pack.conditions import Condition

KINDS = ("point", "gap", "notice", "stop")
Shares = dict[str, float]


class Assigned(PackSets):
    """A pack in sets of assignments: every question has an option, which counts only where the question is asked."""

    @cached_property
    def reachable(self) -> Set:
        """All assignments."""
        return self.space.all(
            self.space.complement(self.space.one_of(name, [NOT_ASKED])) for name in self.space.questions
        )

    def asked(self, name: str) -> Set:
        """Give the assignments in which a question is asked."""
        when = self.pack.question(name).ask_when
        return self.holds(when) if when else 1

    def holds(self, condition: Condition) -> Set:
        """Give the assignments in which a condition is true."""
        space = self.space
        parts = [space.intersection(space.one_of(name, o), self.asked(name)) for name, o in condition.one_of.items()]
        if condition.any is not None:
            parts.append(space.any(map(self.holds, condition.any)))
        return space.all([*parts, *map(self.holds, condition.all or ())])

    def fixed(self, found: Set, name: str, option: str) -> Set:
        """Give a set as it is with an option of a question, whatever that question has."""
        space, level = self.space, self.space.level[name]
        nth = space.values[level].index(option)
        memo: dict[Set, Set] = {}

        def walk(node: Set) -> Set:
            if space.at[node] >= level:
                return space.kids[node][nth] if space.at[node] == level else node
            if node not in memo:
                memo[node] = space._node(space.at[node], tuple(map(walk, space.kids[node])))
            return memo[node]

        return walk(found)

    def hangs(self, found: Set, name: str, within: Set) -> Set:
        """Give the assignments in which it hangs on the answer to a question whether they are in a set, among those `within`."""
        options = [option.option for option in self.pack.question(name).options]
        sides = found, self.space.difference(within, found)
        return self.space.all(self.space.any(self.fixed(side, name, each) for each in options) for side in sides)


def influence(pack: Pack, by: str | None) -> Iterator[tuple[str, str, Shares]]:
    """Give for each option of `by` (the word `all` without one) and each other question how often it changes each kind."""
    sets = Assigned(pack)
    space, names = sets.space, [question.question for question in pack.questions]
    changed = {
        (name, kind): space.any(
            sets.hangs(shown, name, sets.reachable if kind == "stop" else sets.live)
            for (shown_kind, _), shown in sets.shown.items()
            if shown_kind == kind
        )
        for name in names
        for kind in KINDS
    }
    for option in [each.option for each in pack.question(by).options] if by else ["all"]:
        subject = space.intersection(sets.asked(by), space.one_of(by, [option])) if by else 1
        for name in names:
            within = space.all([sets.reachable, subject, sets.asked(name)])
            if name != by and within:
                counts = {kind: space.count(space.intersection(within, changed[name, kind])) for kind in KINDS}
                yield option, name, {kind: count / space.count(within) for kind, count in counts.items()}


def main(given: list[str]) -> int:
    """Print the shares, and say which questions are idle."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pack")
    parser.add_argument("--by", metavar="QUESTION")
    asked = parser.parse_args(given)
    idle: dict[str, bool] = {}
    subject = ""
    with checked_out(asked.pack) as folder:
        for option, name, shares in influence(load(folder), asked.by):
            if option != subject:
                print(f"\n{option:<26}" + "".join(f"{kind:>10}" for kind in KINDS))
                subject = option
            print(f"  {name:<24}" + "".join(f"{100 * shares[kind]:>8.1f} %" for kind in KINDS))
            idle[name] = idle.get(name, True) and not any(shares.values())
    for name in (name for name, nothing in idle.items() if nothing):
        print(f"{name} is idle: it never changes anything.")
    return int(any(idle.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
