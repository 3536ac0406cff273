"""The Nu HTML checker: where it is, what it says, and what may stay."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.browser.sample import PROJECT

JAR = PROJECT / ".archive" / "vnu.jar"
"""Where .ci/run puts the checker; the variable VNU names another."""

MISSING = "no Nu HTML checker: it needs java, and vnu.jar where VNU says or .ci/run puts it"

ALLOWED = {
    r"Attribute “autocomplete” is only allowed when the input type is": (
        "on the two switches in Material's frame, which no block of its templates leaves out; "
        "browsers pass it over"
    ),
    r"Resource violates Content Security Policy \(meta tag\): external (stylesheet|script) “(?!\w+:|//)": (
        "the checker reads files, which have no origin; that the site's own styles and scripts "
        "load by its policy is seen in the browser's silent console"
    ),
    r"Inline script violates Content Security Policy \(meta tag\): blocked by “script-src”": (
        "a report's JSON-LD, which is data and never run; what is run is named by its hash, and "
        "the console would tell if it were not"
    ),
    r"Bad value “onion-location” for attribute “http-equiv”": (
        "Tor Browser's own name, as the Tor Project documents it; nobody has registered it"
    ),
    r"This document appears to be written in Arabic\. Consider adding “dir=\"rtl\"”": (
        "Material says so on the body, where all text is"
    ),
}
"""Patterns of messages that may stay, each with its reason."""


def find_checker() -> list[str] | None:
    """The command that runs the checker, or None where Java or the jar is missing."""
    jar = Path(os.environ.get("VNU") or JAR)
    java = shutil.which("java")
    return [java, "-Xss4m", "-jar", str(jar)] if java and jar.is_file() else None


def messages(command: list[str], files: Iterable[Path]) -> list[tuple[str, str]]:
    """Errors and warnings, each with its file and line; one run for all files."""
    arguments = ["--format", "json", "--stdout", "--exit-zero-always", *map(str, files)]
    run = subprocess.run([*command, *arguments], capture_output=True, check=True)
    told = json.loads(run.stdout)["messages"]
    return [
        (f"{message['url']}:{message.get('lastLine', 0)}", str(message["message"]))
        for message in told
        if message["type"] != "info" or message.get("subType") == "warning"
    ]


def is_allowed(message: str) -> bool:
    return any(re.match(pattern, message) for pattern in ALLOWED)
