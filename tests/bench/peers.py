"""
The rules of a pack as others would run them: generated Python, and engines that a project like this might adopt.

Each takes a pack and gives a judge: answers to every question → the ids of the highlighted points, in order. None of them
gives a reason, knows a stop or tells a missing answer from a no. They are imported where they are used, for they may be
missing.
"""

import json
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from considerations.pack import Pack
from considerations.pack.conditions import Condition

Judge = Callable[[Mapping[str, str]], list[str]]
NOT_ASKED = "-"


def variable(question: str) -> str:
    """Give a question a name that every language takes."""
    return question.replace("-", "_")


def written(condition: Condition, both: str, either: str) -> str:
    """Write a condition as an expression."""
    parts = [f"({variable(asked)} in {json.dumps(options)})" for asked, options in condition.one_of.items()]
    if condition.any:
        parts.append(f"({either.join(written(part, both, either) for part in condition.any)})")
    parts += [written(part, both, either) for part in condition.all or ()]
    return f"({both.join(parts) or 'true'})"


def _expressions(pack: Pack, both: str = " and ", either: str = " or ") -> list[tuple[str, str]]:
    return [
        (point.point, either.join(written(way.when, both, either) for way in point.highlight)) for point in pack.points
    ]


def plain_python(pack: Pack) -> Judge:
    """Generate the ifs that a programmer would write."""
    lines = ["def judge(answers, true=True):", "    found = []"]
    lines += [f"    {variable(q.question)} = answers[{variable(q.question)!r}]" for q in pack.questions]
    for point, expression in _expressions(pack):
        lines += [f"    if {expression}:", f"        found.append({point!r})"]
    made: dict[str, Any] = {}
    exec("\n".join([*lines, "    return found"]), made)
    judge: Judge = made["judge"]
    return judge


def zen_table(pack: Pack) -> Judge:
    """Make a decision table of GoRules zen-engine, a row a point, that collects every row that holds."""
    rows = [{"_id": point, "when": expression, "then": json.dumps(point)} for point, expression in _expressions(pack)]
    table = {
        "hitPolicy": "collect",
        "inputs": [{"id": "when", "name": "when"}],
        "outputs": [{"id": "then", "name": "point", "field": "point"}],
        "rules": rows,
    }
    kinds = {"in": ("inputNode", {}), "table": ("decisionTableNode", table), "out": ("outputNode", {})}
    nodes = [
        {"id": name, "name": name, "type": kind, "position": {"x": 0, "y": 0}, "content": content}
        for name, (kind, content) in kinds.items()
    ]
    ways = (("in", "table"), ("table", "out"))
    edges = [{"id": a + b, "sourceId": a, "targetId": b, "type": "edge"} for a, b in ways]
    graph = {"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges}
    decision = import_module("zen").ZenEngine().create_decision(json.dumps(graph))
    return lambda answers: [row["point"] for row in decision.evaluate(answers)["result"]]


def _logic(condition: Condition) -> dict[str, Any]:
    parts: list[Any] = [{"in": [{"var": variable(asked)}, list(of)]} for asked, of in condition.one_of.items()]
    parts += [{"or": [_logic(part) for part in condition.any]}] if condition.any else []
    return {"and": [*parts, *(_logic(part) for part in condition.all or ())] or [True]}


def _logics(pack: Pack) -> list[tuple[str, dict[str, Any]]]:
    return [(point.point, {"or": [_logic(way.when) for way in point.highlight]}) for point in pack.points]


def json_logic(pack: Pack) -> Judge:
    """Run JsonLogic in Python, by json-logic-qubit."""
    run, rules = import_module("json_logic").jsonLogic, _logics(pack)
    return lambda answers: [point for point, rule in rules if run(rule, answers)]


def datalogic(pack: Pack) -> Judge:
    """Run JsonLogic compiled by Rust, by datalogic-py; the answers are read once for all rules."""
    module = import_module("datalogic_py")
    engine = module.Engine()
    holds = engine.session().evaluate_truthy
    rules = [(point, engine.compile(rule)) for point, rule in _logics(pack)]

    def judge(answers: Mapping[str, str]) -> list[str]:
        data = module.DataHandle(answers)
        return [point for point, rule in rules if holds(rule, data)]

    return judge


def rule_engine(pack: Pack) -> Judge:
    """Run rule-engine, a rule a point."""
    module = import_module("rule_engine")
    rules = [(point, module.Rule(text)) for point, text in _expressions(pack)]
    return lambda answers: [point for point, rule in rules if rule.matches(answers)]


def cel(pack: Pack) -> Judge:
    """Run CEL by common-expression-language, a program a point; the answers are read once for all."""
    module = import_module("cel")
    rules = [(point, module.compile(text)) for point, text in _expressions(pack, " && ", " || ")]

    def judge(answers: Mapping[str, str]) -> list[str]:
        context = module.Context(variables=answers)
        return [point for point, rule in rules if rule.execute(context)]

    return judge


PEERS: dict[str, Callable[[Pack], Judge]] = {
    "plain Python ifs": plain_python,
    "zen-engine, decision table": zen_table,
    "datalogic-py": datalogic,
    "json-logic-qubit": json_logic,
    "rule-engine": rule_engine,
    "common-expression-language": cel,
}
