"""The browser that the tests drive: where it is."""

from __future__ import annotations

import os
import shutil

_NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = f"no Chromium found: set CHROMIUM, or install one of {', '.join(_NAMES)}"


def find() -> str | None:
    """The system's Chromium: what CHROMIUM names, or the first known name on PATH."""
    named = os.environ.get("CHROMIUM")
    return shutil.which(named) if named else next(filter(None, map(shutil.which, _NAMES)), None)
