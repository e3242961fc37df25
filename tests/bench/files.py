"""A generated pack as a folder, so that what a command does with files is measured too."""

import json
import shutil
from pathlib import Path
from typing import Any

import yaml

from considerations.pack import Pack, Point, Question
from considerations.pack.conditions import Condition
from tests.conftest import FALLS


def write(pack: Pack, under: Path) -> Path:
    """Write a generated pack where a command can read it: the falls pack with other questions, points and stop. JSON is YAML too."""
    folder = shutil.copytree(FALLS, under / pack.about.pack)
    for name, data in _files(pack).items():
        (folder / f"{name}.yaml").write_text(json.dumps(data), "utf-8")
    return folder


def _files(pack: Pack) -> dict[str, Any]:
    """Give the files that name a question or a point; what else would name one is left out."""
    about, stops, comparison = (
        yaml.load((FALLS / f"{name}.yaml").read_text("utf-8"), yaml.BaseLoader)
        for name in ("pack", "stops", "comparison")
    )
    first, step, spoken_of = pack.questions[0], pack.steps[0], sorted(set(pack.index) - {"L1.1", "L5.1"})
    stop = {name: stops["stops"][0][name] for name in ("stop", "headline", "first", "after")}
    return {
        "pack": {**about, "guarantees": []},
        "questions": [
            {"step": step.step, "title": step.title, "questions": [_question(each) for each in pack.questions]}
        ],
        # The first point cites every sentence that not_used.yaml does not list, so that none is forgotten.
        "points": [_point(each, [] if nth else spoken_of) for nth, each in enumerate(pack.points)],
        "evidence": {"references": [], "weighed": [_weighed(each) for each in pack.points]},
        "notices": [],
        "gaps": {"groups": {"house": "House"}, "gaps": []},
        "comparison": {**comparison, "rows": comparison["rows"][:1]},
        "stops": {**stops, "stops": [{**stop, "when": {first.question: first.options[0].option}}]},
        "vignettes": [],
    }


def _question(question: Question) -> dict[str, Any]:
    asked = {"ask_when": _when(question.ask_when)} if question.ask_when else {}
    told = {name: getattr(question, name) for name in ("question", "short", "asks", "why", "how_to_answer")}
    return told | asked | {"options": {each.option: {"label": each.label} for each in question.options}}


def _point(point: Point, cites: list[str]) -> dict[str, Any]:
    told = point.model_dump(exclude={"highlight"}) | {"cites": cites or point.cites}
    return told | {"highlight": [{"when": _when(way.when)} for way in point.highlight]}


def _weighed(point: Point) -> dict[str, Any]:
    note = {"evidence": "no-study-can-settle-it", "note": "A matter of taste."}
    return {"point": point.point, "at": point.cites, **note, "refs": []}


def _when(condition: Condition) -> dict[str, Any]:
    return dict(condition.one_of)
