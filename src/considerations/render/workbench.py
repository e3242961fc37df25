"""Write what the workbench shows as markup; cards, differences and cases are those of the book, the `diff` and the note."""

import re
from collections.abc import Iterator, Mapping
from html import escape

from considerations.explain.summary import summarise
from considerations.loading.completeness import INDEX, without_a_point
from considerations.loading.faults import Fault
from considerations.pack import Pack, dates
from considerations.pack.words import paper
from considerations.pack.words import workbench as wording
from considerations.proof.diff import Change, entries
from considerations.proof.vignettes import differences
from considerations.proof.workbench import Workbench
from considerations.render import diff, note
from considerations.render.book.chapters import entry
from considerations.render.book.outline import outline
from considerations.render.markup import Passages, disclosure, html_list, paragraph

# How many faults of a file stand in view; more are one click away.
IN_VIEW = 4


def is_clean(bench: Workbench) -> bool:
    """Return whether the pack loads and has no fault."""
    return bool(bench.examined.pack and not bench.examined.faults and not bench.examined.too_large)


def state(bench: Workbench, folder: str) -> str:
    """Say in a line whether the pack loads, how many faults it has, and which version loaded last."""
    examined = bench.examined
    faults = wording.FAULTS.of(len(examined.faults) + bool(examined.too_large))
    if examined.pack:
        faults = wording.NO_FAULTS if is_clean(bench) else faults
        return wording.LOADS.format(version=_version(examined.pack), faults=faults)
    good = wording.LAST_GOOD.format(version=_version(bench.good)) if bench.good else wording.NO_GOOD
    return f"{wording.BROKEN.format(folder=folder, faults=faults)} {good}"


def _version(pack: Pack) -> str:
    return wording.VERSION.format(pack=pack.about.pack, version=pack.about.version, digest=pack.digest[:12])


def parts(bench: Workbench, passages: Passages) -> Iterator[tuple[str, str]]:
    """Yield each part of the page but the entry edited last: its title and its content; only faults where nothing loads."""
    if faults := _faults(bench):
        yield wording.FAULTS_TITLE, faults
    if pack := bench.examined.pack:
        yield wording.CHANGES, _changes(bench, pack)
        yield wording.GUARANTEES, _guarantees(bench, pack)
        yield wording.VIGNETTES, _vignettes(bench, pack)
        yield wording.SENTENCES, _sentences(bench, pack, passages)


def _faults(bench: Workbench) -> str:
    by_file: dict[str, list[str]] = {}
    for fault, line in zip(bench.examined.faults, bench.lines, strict=True):
        by_file.setdefault(fault.file, []).append(_fault(fault, line))
    written = ""
    for file, faults in by_file.items():
        title = wording.FAULTS_IN.format(faults=wording.FAULTS.of(len(faults)), file=file)
        written += "".join(faults) if len(faults) <= IN_VIEW else disclosure(title, "".join(faults))
    return written + (paragraph(bench.examined.too_large) if bench.examined.too_large else "")


def _fault(fault: Fault, line: str) -> str:
    """Write a fault as `check` says it, and its line, marked from its column on."""
    place = f"{fault.file}:{fault.line}:{fault.column}:"
    before, rest = line[: fault.column - 1], line[fault.column - 1 :]
    marked = f'<pre class="record">{escape(before)}<mark>{escape(rest)}</mark></pre>' if line.strip() else ""
    return f'<div class="fault">{paragraph(str(fault).removeprefix(place).strip(), place)}{marked}</div>'


def _changes(bench: Workbench, pack: Pack) -> str:
    if not bench.difference or not bench.base:
        return paragraph(wording.NOT_COMPARED)
    lead = paragraph(wording.COMPARED_WITH[bench.why_first].format(version=_version(bench.base)))
    if bench.difference.empty:
        return lead + paragraph(paper.SAME_RULES if bench.difference.files else paper.SAME)
    compared = paragraph(diff.share(bench.difference)) if bench.difference.both else paragraph(paper.NOT_COMPARABLE)
    shown = "".join(f"<li>{_change(change, pack)}</li>" for change in bench.difference.changes)
    sections = "".join(
        f"<h3>{title}</h3>" + (f"<ul>{shown}</ul>" if title == paper.WHAT_IS_SHOWN else html_list(sentences))
        for title, sentences in diff.sections(bench.difference).items()
    )
    return lead + compared + sections


def _change(change: Change, pack: Pack) -> str:
    """Write what a change does, exactly when, and a witness that opens as a case."""
    title = wording.WHEN if change.whole else wording.WHEN_IN_PART
    title = title.format(unless="" if change.kind == "stop" else paper.UNLESS_A_STOP)
    when = html_list(change.when, between=paper.OR_ITEM)
    when = f"<p>{title}</p>{when}" if len(change.when) <= IN_VIEW else disclosure(title, when)
    return f"{paragraph(diff.in_brief(change))}{when}{case(pack, change.witness, change.name)}"


def case(pack: Pack, answers: Mapping[str, str], name: str) -> str:
    """Write a line that opens a witness as a case: its answers, and what the rules show for them now."""
    answered = [
        f"{question.short}: {question.label(answers[question.question])}"
        for question in pack.questions
        if answers.get(question.question) in {option.option for option in question.options}
    ]
    shown = (
        f'<p><b>{wording.SHOWS_NOW}</b></p><pre class="record">{escape(note.render(summarise(pack, answers)))}</pre>'
    )
    return disclosure(wording.OPEN_WITNESS.format(name=name), html_list(answered) + shown)


def _guarantees(bench: Workbench, pack: Pack) -> str:
    if not bench.examined.proof:
        return paragraph(paper.NO_PROOF)
    every, broken = [each.guarantee for each in pack.about.guarantees], bench.broken
    fails = "".join(
        paragraph(name, wording.SAYS_NOTHING)
        if answers is None
        else paragraph(name, wording.FAILS) + case(pack, answers, name)
        for name, answers in broken.items()
    )
    holds = html_list(name for name in every if name not in broken)
    return fails + disclosure(wording.HOLD.of(len(every) - len(broken)), holds) or paragraph(wording.NO_GUARANTEES)


def _vignettes(bench: Workbench, pack: Pack) -> str:
    wrong = len({nth for nth, *_ in differences(pack)})
    changed = []
    for name, sides in bench.vignettes.items():
        words = zip((wording.NOW_SHOWN, wording.NO_LONGER), sides, strict=True)
        changed.append(f"{name}: {'; '.join(text.format(names=', '.join(names)) for text, names in words if names)}.")
    lead = wording.CASES.of(len(pack.vignettes)) + (wording.CONTRADICTED.of(wrong) if wrong else wording.AS_SHOWN)
    return paragraph(lead) + disclosure(wording.SHOW_OTHERWISE.of(len(changed)), html_list(changed))


def _sentences(bench: Workbench, pack: Pack, passages: Passages) -> str:
    unused = {address for each in pack.not_used for address in each.not_used}
    to_do = without_a_point(pack)
    others = [str(fault) for fault in bench.examined.to_do if not fault.file.endswith(INDEX)]
    others += [f"{warning} (warning)" for warning in (*bench.examined.warnings, dates.out_of_date(pack)) if warning]
    open_now = f"<h3>{wording.TO_PLACE.of(len(to_do))}</h3>{outline(pack, passages, to_do)}" if to_do else ""
    listed = [address for address in pack.index if address in unused]
    return unlinked(
        (open_now or ("" if listed else paragraph(wording.ALL_USED)))
        + disclosure(wording.NOT_USED.of(len(listed)), outline(pack, passages, listed) if listed else "")
        + disclosure(wording.TO_DO.of(len(others)), html_list(others))
    )


def in_full(bench: Workbench, pack: Pack) -> str:
    """Write the rule in words of the entry edited last, or the entry as the book has it."""
    kind, name = bench.edited[0]
    return unlinked(entry(entries(pack)[kind][name], pack))


def unlinked(markup: str) -> str:
    """Leave out what leads to other parts of the book, which are not on this page, and the names of its own places."""
    return re.sub(r'<a href="#[^"]*">(.*?)</a>', r"\1", re.sub(r' id="[^"]*" tabindex="-1"', "", markup))
