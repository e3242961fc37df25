"""What contributors are told works: the workflow, the hooks, the commands."""

import re
from pathlib import Path

import yaml

from tests.conftest import ROOT

GITHUB = ROOT / ".github"
CONTRIBUTING = (GITHUB / "CONTRIBUTING.md").read_text("utf-8")


def read(path: Path) -> dict[str, object]:
    content: dict[str, object] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    return content


def test_the_workflow_runs_the_readmes_command_on_every_python_and_daily_in_full() -> None:
    text = (GITHUB / "workflows" / "ci.yml").read_text("utf-8")
    workflow = read(GITHUB / "workflows" / "ci.yml")

    assert workflow["on"] == {"push": "", "pull_request": "", "schedule": [{"cron": "17 3 * * *"}]}
    assert 'python: ["3.11", "3.12", "3.13"]' in text
    assert "- run: .ci/run\n" in text
    assert "github.event_name == 'schedule' && '--thorough'" in text


def test_the_hooks_are_the_one_command_for_format_lint_and_types() -> None:
    entries = re.findall(r"entry: (.+)", (ROOT / ".pre-commit-config.yaml").read_text("utf-8"))

    assert " && ".join(entries) in CONTRIBUTING


def test_every_template_keeps_patients_out_of_it() -> None:
    templates = [read(path) for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml"]

    assert all(template["name"] and template["body"] for template in templates)
    assert "Nothing about a real patient" in str(templates)
    assert "Nothing about a real patient" in (GITHUB / "pull_request_template.md").read_text("utf-8")
