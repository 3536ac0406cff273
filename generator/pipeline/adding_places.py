"""A country's provinces and towns as terms of the vocabulary, written below those that stand there."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path

import yaml
from slugify import slugify

from generator.addresses import TO_ASCII
from generator.errors import StoreError, VocabularyError
from generator.gazetteer import Place, Places, is_ordinary, named
from generator.gazetteer.naming import key_of
from generator.store import replace_file
from generator.vocabulary import VOCABULARY_FILE, Term, Vocabulary

_LONGEST_ID = 60
_SAME_PLACE = 0.15  # degrees, some 16 km: within it a place of the same name is the same place
_ATTRIBUTION = (
    "# Places of {country}, from GeoNames (https://www.geonames.org/), licensed under CC BY 4.0",
    "# (https://creativecommons.org/licenses/by/4.0/); selected, and names chosen among those there.",
    "# Keep these lines as long as the terms below are used.",
)


@dataclass(frozen=True)
class Addition:
    """What is to be added to a vocabulary.

    Attributes:
        terms: the new terms, each after the one that contains it.
        known: ids of terms that are there already, by GeoNames' number of the place.
        notes: what was left out, and why.
    """

    terms: tuple[Term, ...]
    known: Mapping[int, str]
    notes: tuple[str, ...]


def places_to_add(places: Places, vocabulary: Vocabulary) -> Addition:
    """The terms that the vocabulary does not have yet.

    A place whose name and coordinates are those of a term is that term. A town whose name another
    term has, or that is called by an ordinary word, gets its province behind its name, so that
    nothing is tagged with it by mistake.
    """
    adding = _Adding(vocabulary, _names_of_towns(places))
    for place in places.places:
        adding.add(place)
    return Addition(tuple(adding.terms), adding.known, tuple(adding.notes))


def write_places(folder: Path, addition: Addition, country: str) -> None:
    """Write the new terms to the end of vocabulary.yml; every byte that stands there stays.

    Raises:
        VocabularyError: the file is written in a way that nothing can be added to.
        StoreError: it cannot be read or written.
    """
    file = folder / VOCABULARY_FILE
    try:
        before = file.read_bytes() if file.exists() else b""
        after = before + _block(before.decode(), addition.terms, country).encode()
        _check(before, after, addition.terms)
        replace_file(file, after)
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{file} cannot be written: {error}") from error


def _names_of_towns(places: Places) -> frozenset[str]:
    """What texts call a town, which is no other name of its province then."""
    towns = (place for place in places.places if place.kind == "town")
    return frozenset(key_of(label) for town in towns for label in named(town).labels.values())


class _Adding:
    """Places becoming terms, one after the other."""

    def __init__(self, vocabulary: Vocabulary, towns: Set[str]) -> None:
        self.terms: list[Term] = []
        self.known: dict[int, str] = {}
        self.notes: list[str] = []
        self._towns = towns
        self._wider: set[str] = set()  # new countries and provinces, which are no towns
        self._ids = set(vocabulary.terms)
        self._owners: dict[str, list[Term]] = {}
        self._provinces: dict[str, Term] = {}
        self._country: Term | None = None
        for term in vocabulary.terms.values():
            self._own(term)

    def add(self, place: Place) -> None:
        """Make a term of a place, if there is none."""
        broader = self._broader(place)
        term = self._term_of(place)
        if term is not None:
            self.known[place.id] = term.id
        else:
            term = self._new(place, broader)
            self.terms.append(term)
            if place.kind != "town":
                self._wider.add(term.id)
            self._ids.add(term.id)
            self._own(term)
        if place.kind == "country":
            self._country = self._country or term
        elif place.kind == "province":
            self._provinces.setdefault(place.province, term)

    def _broader(self, place: Place) -> Term | None:
        if place.kind == "country":
            return None
        if place.kind == "province":
            return self._country
        return self._provinces.get(place.province) or self._country

    def _term_of(self, place: Place) -> Term | None:
        """The term that is this place already: one of its names, and near it if both say where."""
        found = named(place)
        names = [*found.labels.values()]
        if place.kind == "town":  # provinces often have their capital's name among others
            names += [name for group in found.aliases.values() for name in group]
        for name in names:
            for term in self._owners.get(key_of(name), ()):
                if term.id in self._wider:
                    continue
                if term.kind == "place" and _is_near(place, term, self._province(place)):
                    return term
        return None

    def _province(self, place: Place) -> str:
        term = self._provinces.get(place.province) if place.kind == "town" else None
        return term.id if term else ""

    def _new(self, place: Place, broader: Term | None) -> Term:
        found = named(place)
        labels = {
            language: self._label(label, language, broader)
            for language, label in found.labels.items()
        }
        own = {key_of(label) for label in labels.values()}
        aliases: dict[str, list[str]] = {}
        for language, names in found.aliases.items():
            for name in names:
                is_capital = place.kind != "town" and key_of(name) in self._towns
                if key_of(name) in own or is_capital:
                    continue
                if key_of(name) in self._owners:
                    self._note(place, name, "another term has this name")
                else:
                    aliases.setdefault(language, []).append(name)
        for name in found.dropped:
            self._note(place, name, "an ordinary word, or too short")
        return Term(
            id=self._free_id(place, broader),
            kind="place",
            labels=labels,
            aliases=aliases,
            broader=broader.id if broader else None,
            coordinates=_rounded(place.coordinates),
        )

    def _label(self, label: str, language: str, broader: Term | None) -> str:
        """The label; with its province behind it where alone it would mean something else."""
        if key_of(label) not in self._owners and not is_ordinary(label):
            return label
        behind = broader.label(language) if broader else ""
        whole = f"{label} ({behind})" if behind else label
        self.notes.append(f"{label}: another term has this name, or it is a word: '{whole}'")
        return whole

    def _note(self, place: Place, name: str, reason: str) -> None:
        self.notes.append(f"{place.name}: '{name}' left out: {reason}")

    def _free_id(self, place: Place, broader: Term | None) -> str:
        plain = (
            slugify(place.plain or place.name, max_length=_LONGEST_ID, backend=TO_ASCII)
            or f"place-{place.id}"
        )
        for name in _ids(plain, broader.id if broader else ""):
            if name not in self._ids:
                return name
        raise AssertionError("numbers end")

    def _own(self, term: Term) -> None:
        for key in {key_of(name) for name in term.names()}:
            self._owners.setdefault(key, []).append(term)
            for bare in _without_province(term):
                if bare != key and term not in self._owners.setdefault(bare, []):
                    self._owners[bare].append(term)


def _without_province(term: Term) -> Iterator[str]:
    """The names of a term as they were before its province was put behind them."""
    for label in term.labels.values():
        name, sign, _ = label.partition(" (")
        if sign:
            yield key_of(name)


def _is_near(place: Place, term: Term, province: str) -> bool:
    """Whether a term of the same name may be the place; coordinates decide where both have them."""
    if place.coordinates is None or term.coordinates is None:
        return place.kind != "town" or not province or term.broader in (None, province)
    north, east = (abs(a - b) for a, b in zip(place.coordinates, term.coordinates, strict=True))
    east = min(east, 360 - east) * math.cos(math.radians(place.coordinates[0]))
    limit = _SAME_PLACE if place.kind == "town" else 20 * _SAME_PLACE
    return max(north, east) <= limit


def _rounded(coordinates: tuple[float, float] | None) -> tuple[float, float] | None:
    return None if coordinates is None else (round(coordinates[0], 4), round(coordinates[1], 4))


def _ids(plain: str, broader: str) -> Iterator[str]:
    yield plain
    if broader and broader != plain:
        yield f"{plain}-{broader}"
    number = 2
    while True:
        yield f"{plain}-{number}"
        number += 1


def _block(before: str, terms: Iterable[Term], country: str) -> str:
    ends = "\r\n" if "\r\n" in before else "\n"
    first = next((line for line in before.splitlines() if line.lstrip().startswith("- ")), "")
    indent = first[: len(first) - len(first.lstrip())]
    lines = [line.format(country=country) for line in _ATTRIBUTION]
    lines += [line for term in terms for line in ("", *_lines(term))]
    gap = "" if not before else ends if before.endswith("\n") else ends * 2
    return gap + "".join(f"{indent}{line}".rstrip() + ends for line in lines)


def _lines(term: Term) -> Iterator[str]:
    yield f"- id: {_written(term.id)}"
    yield "  kind: place"
    yield f"  labels: {{{_pairs(term.labels)}}}"
    if term.aliases:
        yield f"  aliases: {{{_pairs(term.aliases)}}}"
    if term.broader:
        yield f"  broader: {_written(term.broader)}"
    if term.coordinates:
        yield f"  coordinates: [{term.coordinates[0]}, {term.coordinates[1]}]"


def _pairs(values: Mapping[str, object]) -> str:
    return ", ".join(f"{language}: {_written(value)}" for language, value in values.items())


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _check(before: bytes, after: bytes, terms: tuple[Term, ...]) -> None:
    """Whether the file, which may be written in many ways, reads as it should with the addition."""
    try:
        old = yaml.safe_load(before) or []
        new = yaml.safe_load(after)
    except yaml.YAMLError:
        old, new = [], None
    if not isinstance(new, list) or new[: -len(terms)] != old:
        raise VocabularyError(
            f"no term can be added to the end of {VOCABULARY_FILE}: write it as a list in which"
            f" each term begins with '- id: …', and nothing stands behind the last one"
        )
    read = tuple(Term.model_validate(entry) for entry in new[-len(terms) :])
    if read != terms:
        raise VocabularyError(f"the terms cannot be written to {VOCABULARY_FILE}: nothing was")
