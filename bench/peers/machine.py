# SPDX-FileCopyrightText: The Protomind authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a figure depends on beside the program: machine and versions."""
import os
import platform
import re
import subprocess
from pathlib import Path


def _first(pattern, file):
    try:
        found = re.search(pattern, Path(file).read_text(encoding="utf-8"), re.MULTILINE)
    except OSError:
        return ""
    return found.group(1) if found else ""


def processor_flags():
    return _first(r"^flags\s*: (.*)$", "/proc/cpuinfo").split()


def processor():
    vectors = next((name for flag, name in (("avx512f", "AVX-512"), ("avx2", "AVX2")) if flag in processor_flags()), "")
    name = _first(r"^model name\s*: (.*)$", "/proc/cpuinfo") or platform.machine()
    return ", ".join(part for part in (name, f"{os.cpu_count()} processors", vectors) if part)


def system():
    name = _first(r'^PRETTY_NAME="?([^"\n]*)', "/etc/os-release") or platform.system()
    return f"{name}, Linux {platform.release()}"


def source_version(root):
    """Of these sources; what git says where it can."""
    version = _first(r"project\(Protomind VERSION (\S+)", root / "CMakeLists.txt")
    described = subprocess.run(["git", "-C", root, "describe", "--tags", "--always", "--dirty"], capture_output=True,
                               text=True)
    return f"{version} ({described.stdout.strip()})" if described.returncode == 0 else version


def package_version(name):
    """Of a Debian package; empty where there is none."""
    try:
        found = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", name], capture_output=True, text=True)
    except OSError:
        return ""
    return found.stdout.strip() if found.returncode == 0 else ""


def load():
    """How many programs wanted a processor during the last minute, about."""
    return os.getloadavg()[0]
