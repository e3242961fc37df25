"""An nginx with the site that ships: only ports, paths and the certificate are set."""

import os
import shutil
import subprocess
from pathlib import Path

from tests.conftest import ROOT

SITE = ROOT / "deploy" / "nginx.conf"
AROUND = """
pid {folder}/pid; error_log {folder}/errors; daemon off; events {{ }}
http {{ {temporary} include {folder}/site; }}
"""
BODIES = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def find_nginx() -> str | None:
    """The path of an nginx; as root on Debian or Ubuntu it is installed, without being started."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    if not shutil.which("nginx") and shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False, timeout=600)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "nginx-light"]
        subprocess.run(install, check=False, timeout=600, env=quiet)
    return shutil.which("nginx")


def command(nginx: str, folder: Path, ports: tuple[int, int], replicas: tuple[int, int]) -> list[str]:
    """Write the site into a folder, for these two ports of its own and those of its replicas; return the command of nginx."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subject = ["-subj", "/CN=localhost", "-keyout", str(key), "-out", str(certificate)]
    make = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", *subject]
    subprocess.run(make, check=True, capture_output=True)
    text = SITE.read_text("utf-8")
    for shipped, here in {
        "listen 80;": f"listen 127.0.0.1:{ports[0]};",
        "listen 443 ": f"listen 127.0.0.1:{ports[1]} ",
        "127.0.0.1:8501": f"127.0.0.1:{replicas[0]}",
        "127.0.0.1:8502": f"127.0.0.1:{replicas[1]}",
        "/etc/ssl/considerations/fullchain.pem": str(certificate),
        "/etc/ssl/considerations/privkey.pem": str(key),
        "/var/log/nginx/considerations.log": str(folder / "log"),
    }.items():
        assert text.count(shipped) == 1, shipped
        text = text.replace(shipped, here)
    (folder / "site").write_text(text)
    temporary = " ".join(f"{each}_temp_path {folder}/{each};" for each in BODIES)
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder, temporary=temporary))
    return [nginx, "-p", str(folder), "-c", str(folder / "nginx.conf")]
