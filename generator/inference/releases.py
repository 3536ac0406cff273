"""Source: the organisation whose release a text is, by its first words and what else the text has of it.

A name where a text begins is an issuer's if the text demands something in its name further down ("Harbour
Watch urges the authorities to:"), if it stands under "Press releases" and the organisation "has welcomed"
something, or if "Communiqué LTD" stands above it and its letters behind it. News that somebody made a demand
is written in the past tense, by others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.inference.credits import is_outlet
from generator.inference.institutions import is_institution, is_known_organisation
from generator.inference.names import has_given_name
from generator.inference.reading import Reading, is_story, quoted, same
from generator.model import Finding

_CAPITALISED = r"[A-ZÀ-Þ][\w'’&-]*"
_NAME = (
    rf"(?:[Tt]he\s)?(?P<name>{_CAPITALISED}"
    rf"(?:\s(?:(?:of|for|and|the|in|on|to|against)\s)*{_CAPITALISED}){{1,8}})"
)
_BEGINS = re.compile(rf"{_NAME}(?:\s\([\w ]{{2,20}}\))?,?\s(?=[a-z]+s\s)")
_DEMANDS = re.compile(
    r"\s(?:also\s|strongly\s|therefore\s|further\s|again\s)*(?:urges|calls (?:on|for|upon)|demands|condemns"
    r"|appeals to|reiterates|recommends|requests)\b"
)
_HAS_DONE = re.compile(
    rf"{_NAME}\shas\s(?:strongly\s|today\s|also\s)?(?:welcomed|condemned|called (?:on|for|upon)|urged|demanded"
    r"|denounced|deplored|protested|written to|appealed|expressed)\b"
)
_SECTION = re.compile(
    r"(?:press|news|media)[ -](?:releases?|statements?)|statements?|public statements?",
    re.IGNORECASE,
)
_OF_LETTERS = re.compile(
    r"(?:.*\s[–—|-]\s)?(?:communiqué(?:\sde\spresse)?|déclaration|press\srelease|statement)"
    r"\s(?:de\s(?:la\s|l['’])?|du\s|des\s|by\s(?:the\s)?|of\s(?:the\s)?)?(?P<letters>(?-i:[A-Z]{3,8}))",
    re.IGNORECASE,
)
_SPELT = re.compile(
    r"(?:^|,\s|\s[–—-]\s)(?:[Ll][ea]s?\s|[Ll]['’]|[Tt]he\s)(?P<name>[A-ZÀ-Þ][^().,;:«»]{6,90}?)\s\((?P<letters>[A-Z]{3,8})\)"
)
_FOUND = r"(?:said|found|documented|interviewed|spoke\s(?:with|to)|reviewed)\b"
_CITY_AHEAD = re.compile(r"\((?:[^\W\d]|[ ,.'’-]){3,40}\)\s?[–—-]\s")
_GOVERNMENT = re.compile(
    r"\b(?:President|Minister|Ministry|Secretary|Council of Ministers|Parliament|Pope|King|Queen|Court)\b"
)
_PAPER = re.compile(
    r".*\b(?:Resolution|Bill|Act|Law|Report|Treaty|Charter|Agreement|Directive|Declaration)"
)
"""What demands something and puts out no releases."""

_OTHERS = re.compile(
    r"\b(?:but|although|though|critics|told|our|this (?:news)?paper|correspondent)\b"
)
"""Words of those who write about an organisation."""

_TOP, _LEAD, _LONGEST, _SHORTEST, _ENOUGH = 12, 600, 90, 8, 2


def release(reading: Reading) -> Finding | None:
    """Whose release a text is."""
    lead = reading.first_story_line()[:_LEAD]
    return (
        _by_letters(reading, lead)
        or _demands_below(reading, lead)
        or _has_done(reading, lead)
        or _by_name_above(reading, lead)
    )


def _top(reading: Reading) -> Iterator[str]:
    return (line for line in reading.lines[:_TOP] if line and len(line) <= _LONGEST)


def _by_letters(reading: Reading, lead: str) -> Finding | None:
    """ "Communiqué LTD" above "La Ligue tellinoise des droits (LTD) tient …"."""
    spelt = _SPELT.search(lead) if "(" in lead else None
    for line in _top(reading) if spelt is not None else ():
        match = _OF_LETTERS.fullmatch(line)
        if spelt is not None and match is not None and match["letters"] == spelt["letters"]:
            return Finding(spelt["name"], f"its letters stand in {quoted(line)}")
    return None


def _demands_below(reading: Reading, lead: str) -> Finding | None:
    """A text that begins with a name, in the present tense, and demands something in its name below."""
    begins = _BEGINS.match(lead)
    if begins is None or not _is_body(begins["name"]):
        return None
    name = begins["name"]
    for line in (reading.lines[n] for n in reading.open):
        told = line.removeprefix("The ")
        is_below = told.startswith(name) and line[:_LEAD] != lead
        if is_below and (match := _DEMANDS.match(told, len(name))) is not None:
            if _OTHERS.search(told, match.end()):
                return None
            return Finding(name, f"speaks for itself: {quoted(told[: match.end()])}")
    return None


def _has_done(reading: Reading, lead: str) -> Finding | None:
    """ "Harbour Watch has welcomed …", under "Press releases"."""
    match = _HAS_DONE.match(lead) if " has " in lead else None
    if match is None or not _is_body(match["name"]) or _OTHERS.search(lead):
        return None
    section = next(filter(_SECTION.fullmatch, _top(reading)), "")
    return (
        Finding(match["name"], f"below {quoted(section)}: {quoted(match[0])}") if section else None
    )


def _by_name_above(reading: Reading, lead: str) -> Finding | None:
    """ "HARBOUR WATCH INTERNATIONAL" alone above "(Geneva) – …, Harbour Watch International found."."""
    if not lead.startswith("(") or _CITY_AHEAD.match(lead) is None:
        return None
    story = reading.story()
    title = reading.found.get("title")
    for line in _top(reading):
        if not (line.isupper() and " " in line and len(line) >= _SHORTEST) or is_story(line):
            continue
        if title is not None and same(line) == same(str(title.value)):
            continue
        tells = re.compile(rf"(?P<name>{re.escape(line)})\s{_FOUND}", re.IGNORECASE)
        told = [match["name"] for match in tells.finditer(story) if not match["name"].isupper()]
        if len(told) >= _ENOUGH and _may_issue(told[0]):
            return Finding(
                told[0], f"stands above the text, which tells what it found: {quoted(line)}"
            )
    return None


def _is_body(name: str) -> bool:
    """Whether a name has a word that organisations are called by: "Harbour Watch", and no "Tarn Lines"."""
    is_called_so = is_outlet(name) or is_institution(name) or is_known_organisation(name)
    return is_called_so and _may_issue(name) and _PAPER.fullmatch(name) is None


def _may_issue(name: str) -> bool:
    """Whether a name can be an organisation's: no government's, and no person's."""
    if is_institution(name):
        return True
    return _GOVERNMENT.search(name) is None and not has_given_name(name)
