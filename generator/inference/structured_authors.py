"""Authors from structure: the people whom a page or a format names, and no site, desk or account."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from generator.inference.agencies import copyright_holder
from generator.inference.byline import arabic_byline, by_line
from generator.inference.calendar_names import ANY_MONTH, ANY_WEEKDAY
from generator.inference.credits import is_outlet
from generator.inference.datelines import dateline_of
from generator.inference.names import (
    dashed_names,
    has_given_name,
    is_person,
    split_names,
    without_agency,
    without_others_work,
)
from generator.inference.page_sites import beside_title, is_in_words, site_names, spelled_apart
from generator.inference.reading import Reading, quoted, same
from generator.model import Finding

BY = re.compile(
    r"^\W*(?:(?:written|posted|published|reported|story|text|words|author|autor(?:/?in)?)s?\s*(?:by|:)|by\b|par\b"
    r"|(?:veröffentlicht|geschrieben)\s+von\b|von\b|durch\b|(?:escrito|publicado)\s+por\b|por\b|بقلم|(?:مرسلة\s+|نشرت?\s+)?بواسطة|الكاتب\s*:|كتب(?:ت|ه|ها)?\b|إعداد|تقرير)\s*:?\s*",
    re.IGNORECASE,
)
_BEHIND_NAMES = re.compile(
    r"\s*(?:[|•·(/]|\s[-–—]\s|\d|\b(?:published|posted|updated|on|for)\b|\s(?:in|from)\s(?-i:[A-ZÀ-Þ])"
    rf"|\s(?:{ANY_WEEKDAY})\.?(?=,?\s+(?:(?:{ANY_MONTH})\.?\s+)?\d)|\s\w{{3,6}}day\s*$|\s(?:{ANY_MONTH})\.?\s+\d"
    r"|\s(?:envoyée?s?\s+spécia|correspondante?s?\b)).*",
    re.DOTALL | re.IGNORECASE,
)
_JOB = re.compile(
    r"\b(?:director|researcher|advis[eo]r|analyst|fellow|professor|programme?|division|department|manager"
    r"|chief|head|president|executive|officer|specialist|coordinator|counsel|advocate|producer|columnist"
    r"|correspondent|reporter|editor|writer|journalist|author|expert|university|institute)\b|باحث|مدير",
    re.IGNORECASE,
)
_IN_A_CITY = re.compile(r"\sin\s[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?(?=\s(?:and|&)\s)")
"""Where the first of two filed from: "Mira Holt in Tellin and Jon Brook in Kerra"."""

_FILED_UNDER = re.compile(r"\W*(?:filed under|categor(?:y|ies)|tags?|topics?)\b", re.IGNORECASE)
_LINK = re.compile(
    r"(?:view|read|see|show|more|all|follow|voir|lire|tous|mehr|alle)\s|(?:المزيد|عرض|جميع)\s",
    re.IGNORECASE,
)
"""How a link below a name begins that leads to the rest of what somebody wrote."""

_LAST_NAME_FIRST = ("meta dc.creator", "meta dcterms.creator", "meta citation_author")
_BOX = "rel=author in a box beside the report"
_POSTER = re.compile(r"'(?:posted by|publié par|مرسلة بواسطة|نشرت? بواسطة)\s", re.IGNORECASE)
_LONGEST_NAME = 80
_TOP = 8


def authors(reading: Reading) -> Finding | None:
    """The people whom one place of the page names, in its order; the first place that names any.

    A place that names the same people and others is the fuller one: heads often have but one.
    """
    sites = _sites_as_authors(reading)
    best: list[str] = []
    evidence = ""
    told = (c for c in reading.draft.values("authors") if c.place != _BOX)
    for place, group in groupby(told, key=lambda c: c.place):
        said = [candidate.value for candidate in group]
        in_order = (_turned(value) if place in _LAST_NAME_FIRST else value for value in said)
        names = _in_full([name for value in in_order for name in _people(reading, value, sites)])
        if names and (not best or {*map(same, best)} < {*map(same, names)}):
            best = list({same(name): name for name in reversed(names)}.values())[::-1]
            evidence = f"{place} {quoted('; '.join(said))}"
    if _POSTER.search(evidence) and (signed := by_line(reading) or arabic_byline(reading)):
        return signed  # whoever put a report on a blog need not have written it
    if len(best) == 1 and _goes_on(reading, best[0]) and (printed := by_line(reading)):
        return printed
    return Finding(best, evidence) if best else None


def _in_full(names: list[str]) -> list[str]:
    """Names without those that others begin with, and each once where a page has it twice on end."""
    once = [re.sub(r"^(\w.{4,}\w)\1$", r"\1", name) for name in names]
    return [name for name in once if not any(other.startswith(f"{name} ") for other in once)]


def _goes_on(reading: Reading, name: str) -> bool:
    """Whether a line above the story names somebody and further people: heads often have but one."""
    ahead = tuple(f"{by} {name} {sign}" for by in ("By", "Par") for sign in ("and ", "& ", "et "))
    return any(reading.lines[n].startswith(ahead) for n in reading.open[:_TOP])


def author_in_box(reading: Reading) -> Finding | None:
    """The one author of a box beside the report, whose given name is known: where nothing else tells.

    Of an agency's report the box presents whoever put it there.
    """
    filed = dateline_of(reading.first_story_line())
    if filed and filed.agency and reading.context.agencies.named(filed.agency):
        return None
    sites = _sites_as_authors(reading)
    for candidate in reading.draft.values("authors"):
        names = [*_people(reading, candidate.value, sites)] if candidate.place == _BOX else []
        if len(names) == 1 and has_given_name(names[0]):
            return Finding(names, f"{candidate.place} {quoted(candidate.value)}")
    return None


def _sites_as_authors(reading: Reading) -> set[str]:
    """Names that are no author's; beside a title with its site's name an author's may stand, too."""
    rights = reading.found.get("rights")
    holder = copyright_holder(str(rights.value)) if rights else ""
    is_sites = bool(holder) and not has_given_name(holder)
    declared = {same(name) for name in (*site_names(reading), holder if is_sites else "")} - {""}
    beside = {same(part) for part in beside_title(reading)} - {""}
    return declared if declared & beside else declared | beside


def _is_sites(name: str, sites: set[str]) -> bool:
    words = f" {spelled_apart(name)} "
    return same(name) in sites or any(is_in_words(site, words) for site in sites)


def _turned(name: str) -> str:
    """ "Last, First" in its usual order."""
    last, comma, first = name.partition(",")
    is_one = comma and "," not in first and len(last.split()) <= 2 and len(first.split()) <= 3
    return f"{first.strip()} {last.strip()}" if is_one else name


def _behind_outlet(byline: str, sites: set[str]) -> str:
    """Whom a byline names behind the paper: "هسبريس - ياسين أوحمو"."""
    outlet, dash, people = byline.partition(" - ")
    return people if dash and (_is_sites(outlet, sites) or is_outlet(outlet)) else byline


def _people(reading: Reading, value: str, sites: set[str]) -> Iterator[str]:
    """The people in a byline; nobody where it is a site, a desk, an address or an account.

    Of a byline in several lines the further ones are often a job or a place: they count if they
    are names and nothing else.
    """
    if len(value) > 3 * _LONGEST_NAME:
        return
    is_first, is_below_agency = True, False
    for line in value.split("\n"):
        bare = _IN_A_CITY.sub("", _behind_outlet(BY.sub("", without_others_work(line)), sites))
        text = bare if len(dashed_names(bare)) > 1 else _BEHIND_NAMES.sub("", bare)
        if re.search(r"https?://|@", text) or _LINK.match(text):
            continue
        if _FILED_UNDER.match(line):
            return  # sections
        names = [without_agency(reading, name) for name in split_names(text)]
        people = [
            n for n in names if not _is_sites(n, sites) and is_person(reading, n, strictly=False)
        ]
        if is_below_agency and not all(map(has_given_name, names)):
            continue  # where it filed from
        is_below_agency = is_below_agency or bool(reading.context.agencies.named(line.strip()))
        if is_first or (len(people) == len(names) and not _JOB.search(line)):
            yield from people
        is_first = is_first and not people
