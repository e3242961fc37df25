"""Print the sheet on which a reviewer signs a pack off, and add a filled sheet to its `reviews.yaml`."""

import argparse
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from considerations.explain.in_words import rule, words
from considerations.loading.faults import Fault, Unreadable
from considerations.loading.loader import FILES, SHAPES, load, read_as
from considerations.loading.sign_offs import REVIEWS, of_review
from considerations.loading.yaml_files import MAX_BYTES, MAX_MIB, content
from considerations.pack import Pack, Point, Stop
from considerations.pack.companions import Gap
from considerations.pack.conditions import Highlight
from considerations.pack.reviews import Review, signed_digest
from considerations.pack.standing import to_judge
from considerations.pack.words import sign_off as wording
from considerations.pack.words.paper import UNTIL


def add(commands: Any, path: Callable[[str], Path]) -> None:
    """Add the command to a parser's commands."""
    signing = commands.add_parser("sign-off", help="print a pack's review sheet, or add a filled one to its sign-offs")
    signing.add_argument("pack", type=path, help="the pack's folder")
    signing.add_argument("--add", type=path, metavar="FILE", help="a filled sheet, to add to reviews.yaml")
    signing.set_defaults(run=_sign_off)


def _sign_off(options: argparse.Namespace) -> int:
    folder = options.pack.resolve()
    pack = load(folder)
    sys.stdout.write(_added(pack, folder / REVIEWS, options.add) if options.add else sheet(pack))
    return 0


def sheet(pack: Pack) -> str:
    """Return the review sheet: a YAML form whose comments hold the cases and everything to judge."""
    from considerations.cli.review_cases import described

    about, files = pack.about, ", ".join(file for file in FILES if file != REVIEWS)
    lines = _comment(wording.TITLE.format(pack=about.pack, version=about.version), "")
    for paragraph in wording.HOW_TO:
        lines += ["#", *_comment(paragraph.format(pack=about.pack, file=REVIEWS), "")]
    for case in described(pack):
        lines += ["", *(line for text in case for line in _comment(text, ""))]
    lines += [
        "",
        f"digest: {signed_digest(pack.parts)}",
        "role:",
        "organisation:",
        "date:",
        f"files: [{files}]",
        "interests:",
        "verdicts:",
    ]
    for name, item in to_judge(pack):
        texts = [*_to_read(item, pack), wording.BOXES]
        lines += ["", *(line for text in texts for line in _comment(text, "  ")), f"  {name}:"]
    return "\n".join(lines) + "\n"


def _comment(text: str, indent: str) -> list[str]:
    lead = f"{indent}# "
    return textwrap.wrap(
        text, 100, initial_indent=lead, subsequent_indent=lead, break_long_words=False, break_on_hyphens=False
    )


def _to_read(item: Point | Highlight | Gap | Stop, pack: Pack) -> Iterator[str]:
    """Yield the texts that a verdict is about."""
    match item:
        case Point():
            yield item.headline
            yield wording.CITES.format(says=item.says, addresses=", ".join(item.cites))
            yield item.ask
            yield from (wording.RULE.format(rule=line) for line in rule(item, pack))
        case Gap():
            yield f"{item.topic}: {item.note}"
            yield from (wording.RULE.format(rule=line) for line in rule(item, pack))
        case Stop():
            yield from (item.headline, *item.first, item.after)
            when = words(item.when, pack)
            when = UNTIL.format(when=when, until=words(item.until, pack)) if item.until else when
            yield wording.RULE.format(rule=f"{when}.")
        case Highlight():
            yield item.explained or ""


def _added(pack: Pack, reviews: Path, filled: Path) -> str:
    """Write a filled sheet to the end of the sign-offs, and say so; a fault in it changes nothing."""
    name = str(filled)
    review, placed = read_as(Review, content(filled, name), name)
    faults = list(of_review(review, pack, placed))
    if review.digest != signed_digest(pack.parts):
        faults.append(placed.fault(("digest",), wording.OTHER_CONTENT))
    for nth, file in enumerate(review.files):
        if file not in FILES:
            faults.append(placed.fault(("files", nth), wording.NO_FILE.format(file=file)))
    if any(review.model_dump() == {**signed.model_dump(include=set(Review.model_fields))} for signed in pack.reviews):
        faults.append(placed.fault((), wording.ADDED_BEFORE))
    if faults:
        raise Unreadable(*faults)
    signed = {"version": pack.about.version, "parts": dict(pack.parts)}
    entry = [review.model_dump(mode="json", exclude_none=True) | signed]
    name = f"{pack.about.pack}/{REVIEWS}"
    before = f"{content(reviews, name).rstrip()}\n" if pack.reviews else ""
    text = before + yaml.safe_dump(entry, sort_keys=False, allow_unicode=True, width=100)
    if len(text.encode()) > MAX_BYTES:
        raise Unreadable(Fault(name, 1, 1, wording.TOO_LARGE.format(limit=MAX_MIB)))
    read_as(SHAPES["reviews"], text, name)
    # In one step, so that a full disk leaves the sign-offs as they were.
    new = reviews.with_suffix(".new")
    new.write_text(text, "utf-8")
    new.replace(reviews)
    return f"{wording.ADDED.format(file=name, digest=review.digest)}\n"
