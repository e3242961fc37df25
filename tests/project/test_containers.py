"""What ships for containers and clusters is well formed, and says what the app, the unit and nginx say."""

import math
import re
from typing import Any

import pytest
import yaml

from considerations.ui.readiness import READY
from tests.conftest import ROOT

DEPLOY = ROOT / "deploy"
CONTAINERFILE = (DEPLOY / "Containerfile").read_text("utf-8")
UNIT = (DEPLOY / "considerations@.service").read_text("utf-8")
SITE = (DEPLOY / "nginx.conf").read_text("utf-8")
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
OBJECTS = list(yaml.safe_load_all((DEPLOY / "kubernetes" / "considerations.yaml").read_text("utf-8")))
KINDS = {each["kind"]: each for each in OBJECTS}
POD = KINDS["Deployment"]["spec"]["template"]["spec"]
(CONTAINER,) = POD["containers"]
HEALTH = "/_stcore/health"


@pytest.mark.parametrize("version", ["1.30", "1.37"])
@pytest.mark.parametrize("kind", KINDS)
def test_kubernetes_takes_every_object(kind: str, version: str) -> None:
    kubernetes = pytest.importorskip("kubernetes_validate", reason="kubernetes-validate is not installed")
    kubernetes.validate(KINDS[kind], version, strict=True)

    with pytest.raises(kubernetes.ValidationError):
        kubernetes.validate({**KINDS[kind], "specs": {}}, version, strict=True)


def test_every_part_of_a_cluster_is_there_and_means_the_same_pods() -> None:
    labels = KINDS["Deployment"]["spec"]["template"]["metadata"]["labels"]

    assert sorted(each["kind"] for each in OBJECTS) == [
        "Deployment", "HorizontalPodAutoscaler", "Ingress", "NetworkPolicy", "PodDisruptionBudget", "Service",
    ]  # fmt: skip
    assert KINDS["Service"]["spec"]["selector"] == labels
    for kind, key in (
        ("Deployment", "selector"),
        ("PodDisruptionBudget", "selector"),
        ("NetworkPolicy", "podSelector"),
    ):
        assert KINDS[kind]["spec"][key] == {"matchLabels": labels}, kind


def test_probes_ask_what_the_app_answers_by_a_name_that_it_knows() -> None:
    known = CONTAINER["env"][0]["value"].split()
    probes = {name: CONTAINER[f"{name}Probe"]["httpGet"] for name in ("startup", "liveness", "readiness")}

    assert {name: probe["path"] for name, probe in probes.items()} == {
        "startup": HEALTH, "liveness": HEALTH, "readiness": READY.path,
    }  # fmt: skip
    assert [probe["httpHeaders"][0]["value"] in known for probe in probes.values()] == [True] * 3
    assert KINDS["Ingress"]["spec"]["rules"][0]["host"] in known


def test_the_port_is_the_same_everywhere() -> None:
    ports = re.findall(r"127\.0\.0\.1:(\d+)", CONTAINERFILE) + re.findall(r"^EXPOSE (\d+)$", CONTAINERFILE, flags=re.M)
    (named,) = CONTAINER["ports"]
    used = [
        KINDS["NetworkPolicy"]["spec"]["ingress"][0]["ports"][0]["port"],
        KINDS["Service"]["spec"]["ports"][0]["targetPort"],
    ]

    assert ports == [str(named["containerPort"])] * 2
    assert used == [named["name"]] * 2


def test_timeouts_and_limits_are_those_of_nginx_and_the_unit() -> None:
    said = KINDS["Ingress"]["metadata"]["annotations"]
    hours = int(re.findall(r"proxy_read_timeout (\d+)h;", SITE)[0])
    replica = COMPOSE["x-replica"]

    assert said["nginx.ingress.kubernetes.io/proxy-read-timeout"] == str(hours * 3600)
    assert f"client_max_body_size {said['nginx.ingress.kubernetes.io/proxy-body-size']};" in SITE
    assert said["nginx.ingress.kubernetes.io/enable-access-log"] == "false"
    assert "MemoryMax=1G\n" in UNIT
    assert (CONTAINER["resources"]["limits"]["memory"], replica["mem_limit"], replica["memswap_limit"]) == (
        "1Gi",
        "1g",
        "1g",
    )
    assert f"TasksMax={replica['pids_limit']}\n" in UNIT
    assert f"LimitNOFILE={replica['ulimits']['nofile']}\n" in UNIT


def test_the_number_of_replicas_follows_from_what_was_measured() -> None:
    measured = (ROOT / "tests" / "README.md").read_text("utf-8")
    said = (DEPLOY / "README.md").read_text("utf-8")
    (click,) = re.findall(r"^\| processor time of a click \| ([\d.]+) ms", measured, flags=re.M)
    (session,) = re.findall(r"^\| memory of a session at the summary \| (\d+) kB", measured, flags=re.M)
    (used,) = re.findall(r"(\d+) MB once Summary", said)
    scaler = KINDS["HorizontalPodAutoscaler"]["spec"]
    clicks = int(1000 / float(click) * scaler["metrics"][0]["resource"]["target"]["averageUtilization"] / 100)
    visitors = clicks * 5
    memory = int(used) + visitors * int(session) // 1000

    rows = re.findall(r"^\| ([\d,]+) \| ([\d,]+) \| (\d+) \| (\d+) \|$", said, flags=re.M)
    assert [[int(figure.replace(",", "")) for figure in row] for row in rows] == [
        [many, many // 5, needed := math.ceil(many / 5 / clicks), needed + math.ceil(needed / 10)]
        for many in (1_000, 100_000)
    ]
    assert f"or\n{clicks}. " in said
    assert f"{memory} MB with {visitors}" in said.replace("\n", " ")
    assert f"more than {scaler['maxReplicas'] * visitors:,} visitors" in said
    assert CONTAINER["resources"]["requests"] == {"cpu": "1", "memory": "320Mi"}
    assert memory < 320


def test_a_replica_has_no_rights_and_reaches_nobody() -> None:
    policy = KINDS["NetworkPolicy"]["spec"]
    rights = CONTAINER["securityContext"]

    assert (policy["policyTypes"], policy["egress"]) == (["Ingress", "Egress"], [])
    assert (POD["securityContext"]["runAsNonRoot"], POD["automountServiceAccountToken"]) == (True, False)
    assert rights == {
        "allowPrivilegeEscalation": False, "readOnlyRootFilesystem": True, "capabilities": {"drop": ["ALL"]},
    }  # fmt: skip
    assert f"USER {POD['securityContext']['runAsUser']}:{POD['securityContext']['runAsGroup']}\n" in CONTAINERFILE
    assert COMPOSE["networks"]["inside"]["internal"] is True
    for name in ("first", "second"):
        replica: dict[str, Any] = COMPOSE["services"][name]
        assert (replica["read_only"], replica["cap_drop"], list(replica["networks"])) == (True, ["ALL"], ["inside"])


def test_compose_puts_its_replicas_where_the_site_expects_them() -> None:
    found, by = re.findall(r"sed 's/(.+?)/(.+?)/'", COMPOSE["services"]["nginx"]["command"][2])[0]
    site = re.sub(found.replace(r"\(", "(").replace(r"\)", ")"), by, SITE)
    addresses = [COMPOSE["services"][name]["networks"]["inside"]["ipv4_address"] for name in ("first", "second")]

    assert re.findall(r"server (\S+) max_fails", site) == [f"{address}:8501" for address in addresses]


def test_an_image_has_locked_packages_no_shell_at_run_time_and_names_its_packs() -> None:
    last = CONTAINERFILE.rpartition("\nFROM ")[2]

    assert "--require-hashes -r requirements.lock" in CONTAINERFILE
    assert re.findall(r"^(?:RUN|CMD) ", last, flags=re.M) == []
    assert re.findall(r'^ENTRYPOINT \["(.+)"\]$', last, flags=re.M) == ["/opt/considerations/bin/considerations"]
    assert 'considerations.packs="${PACKS}"' in last
