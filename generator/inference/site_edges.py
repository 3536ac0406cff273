"""An outlet's or an organisation's name at an end of a line: in the place of a city, or behind a headline."""

from __future__ import annotations

import re

from generator.inference.credits import is_known_outlet, is_outlet
from generator.inference.institutions import is_institution, is_known_organisation
from generator.inference.sections import is_section
from generator.orthography import is_arabic

_OUTLET_AHEAD = re.compile(r"(?P<name>[^\W\d][^.:،,–—()\n-]{4,40}?)\s+[-–—]\s+(?=\S)")
_BEHIND = re.compile(r"\s[-–—|•]\s(?P<name>[^|•–—]{3,70}?)\s*$")
_FEWEST_WORDS = 3


def outlet_ahead(story: str) -> tuple[str, int]:
    """The outlet in the place of a city, "Tellin News Agency – …", and where the story begins."""
    match = _OUTLET_AHEAD.match(story)
    if match is None or is_section(match["name"]) or not is_outlet(match["name"]):
        return "", 0
    is_name = all(part[:1].isupper() or is_arabic(part) for part in match["name"].split())
    return (match["name"], match.end()) if is_name else ("", 0)


def known_site_behind(line: str) -> tuple[str, str]:
    """A headline and the site behind it, if that is known or called as organisations are; else nothing."""
    match = _BEHIND.search(line)
    name = match["name"].rpartition(" - ")[2] if match else ""
    if not name or not (
        is_known_organisation(name) or is_known_outlet(name) or is_institution(name)
    ):
        return "", ""
    ahead = line.rstrip().removesuffix(name).rstrip(" -–—|•")
    return (ahead, name) if len(ahead.split()) >= _FEWEST_WORDS else ("", "")
