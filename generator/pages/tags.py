"""Tags, without JavaScript: an overview by kind, an index of each, and a page for each term."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property, partial
from operator import attrgetter

from generator.addresses import slug_of_name
from generator.archive import PublicArchive
from generator.catalogue import Catalogue
from generator.model import Page, Section
from generator.pages._index import BYTES_OF_MOST_USED, Entry, index_pages, most_used
from generator.pages._letters import sort_key
from generator.pages._lists import ReportLists
from generator.pages._sizes import BESIDE_BYTES, INDEX_BYTES, cut, link_size, shortened, size
from generator.pages._timelines import Timelines
from generator.rendering.named import LONGEST_NAME
from generator.shelves import Shelf
from generator.vocabulary import SOURCE_KIND, Term

_MOST_NAMES = 60
_MOST_NARROWER = 60
_NARROWER_BYTES = 14_000
_MOST_BROADER = 8
_NAME_MARKUP = 30
_LINE_MARKUP = 90
_KIND_MARKUP = 500
_DEEPEST = 4
_LONGEST_DESCRIPTION = 300
_LONGEST_TEXT = 1000


@dataclass(frozen=True)
class Line:
    """One line of the overview: a term, and how far below the widest one it stands."""

    entry: Entry
    description: str
    level: int

    @property
    def weight(self) -> int:
        """Bytes of the line on a page."""
        return self.entry.weight + size(self.description) + _LINE_MARKUP


@dataclass(frozen=True)
class Kind:
    """A kind of tags in the overview.

    Attributes:
        name: as the interface calls it.
        address: of its index.
        count: how many terms it has.
        lines: all of them, or those with most reports.
    """

    name: str
    address: str
    count: int
    lines: Sequence[Line]


def pages(archive: PublicArchive) -> Iterator[Page]:
    """``tags/``, ``tags/kind_…/`` and ``tags/<id>/`` in each language."""
    return (page for section in sections(archive) for page in section.make())


def sections(archive: PublicArchive) -> Iterator[Section[Page]]:
    """The indexes of each language, and each term: its reports, and what it says of other terms."""
    lists = archive.once(ReportLists)
    for language in archive.settings.languages:
        tags = _Tags(archive, archive.tagged, lists, language)
        yield Section(f"tags {language}", tags.indexes)
        for term in tags.shown:
            made_from = (archive.tagged[term.id].mark, tags.beside(term))
            yield Section(f"tag {language} {term.id}", partial(tags.term, term), made_from)


class _Tags:
    """Makes the pages of one interface language."""

    def __init__(
        self,
        archive: PublicArchive,
        tagged: Mapping[str, Shelf],
        lists: ReportLists,
        language: str,
    ) -> None:
        self._archive = archive
        self._tagged = tagged
        self._lists = lists
        self._language = language
        self._root = f"{archive.settings.prefix(language)}tags/"
        self._words = Catalogue(language, archive.settings.date_locale(language))
        self.shown = [term for term in archive.vocabulary.terms.values() if tagged.get(term.id)]

    @cached_property
    def _narrower(self) -> Mapping[str, Sequence[Term]]:
        """The terms that each term contains, in order of their names; below "" the widest."""
        found: defaultdict[str, list[Term]] = defaultdict(list)
        for term in sorted(self.shown, key=lambda t: sort_key(self._label(t), self._language)):
            found[term.broader or ""].append(term)
        return found

    @cached_property
    def _kinds(self) -> Mapping[str, Sequence[Term]]:
        """The terms of each kind, by the kind's name; sources are listed elsewhere."""
        found: defaultdict[str, list[Term]] = defaultdict(list)
        for term in self.shown:
            if term.kind != SOURCE_KIND:
                found[term.kind].append(term)
        return dict(sorted(found.items()))

    def overview(self) -> Page:
        """Every kind with its terms, the narrower ones below the wider; of many, the most used."""
        room = INDEX_BYTES // max(1, len(self._kinds)) - _KIND_MARKUP
        kinds = [
            Kind(self._words.kind(kind), self._kind_address(kind), len(terms), lines)
            for kind, terms in self._kinds.items()
            for lines in (self._lines(kind, terms, room),)
        ]
        return Page(
            address=self._root,
            language=self._language,
            title=self._words("tags.title"),
            template="tags.html",
            context={"kinds": kinds},
        )

    def indexes(self) -> Iterator[Page]:
        """The overview, and every name of the terms of each kind, in any language, from A to Z."""
        yield self.overview()
        for kind, terms in self._kinds.items():
            yield from index_pages(
                self._kind_address(kind),
                self._words("tags.index", kind=self._words.kind(kind)),
                self._words,
                [entry for term in terms for entry in self._entries(term)],
                {"up": (self._root, self._words("tags.title"))},
            )

    def beside(self, term: Term) -> Sequence[object]:
        """What the pages of a term say of others: what is narrower and broader, and its kind."""
        narrower = [(o.id, self._entry(o)) for o in self._narrower.get(term.id, ())]
        kind = "" if term.kind == SOURCE_KIND else self._kind_address(term.kind)
        return narrower, self._above(term), kind

    def _above(self, term: Term) -> Sequence[Entry]:
        """The terms that contain a term, the widest first; how many reports they have is not told.

        It stands on every page of every narrower term, and all would change with each report.
        """
        broader = self._archive.vocabulary.with_broader(term.id)[1:][:_MOST_BROADER]
        return [replace(self._entry(other), count=0) for other in reversed(broader)]

    def term(self, term: Term) -> Iterator[Page]:
        """A term: what it is, what it contains, its reports."""
        address = f"{self._root}{term.id}/"
        title = shortened(self._label(term), LONGEST_NAME)
        narrower = [self._entry(other) for other in self._narrower.get(term.id, ())]
        shown = self._most_used_below(term)
        rest = f"{address}narrower/" if len(shown) < len(narrower) else ""
        context = {
            "kind": self._words.kind(term.kind),
            "kind_address": "" if term.kind == SOURCE_KIND else self._kind_address(term.kind),
            "broader": self._above(term),
            "term": term,
            "root": self._root,
            "description": "",
        }
        first = {
            "description": shortened(term.description_in(self._language), _LONGEST_TEXT),
            "names": self._names(term),
            "narrower": [entry for entry in narrower if entry.address in shown],
            "narrower_count": len(narrower),
            "narrower_address": rest,
            "timeline": self._archive.once(Timelines).of(
                term.id, self._tagged[term.id], self._language
            ),
        }
        yield from self._lists.pages(
            address,
            title,
            self._words,
            self._tagged[term.id],
            "tag.html",
            context,
            first,
        )
        if rest:
            heading = self._words("tags.narrower_of", term=title)
            yield from index_pages(rest, heading, self._words, narrower, {"up": (address, title)})

    def _most_used_below(self, term: Term) -> Set[str]:
        """The addresses of up to 60 narrower terms, the same ones in every interface language."""
        below = self._narrower.get(term.id, ())
        by_count = sorted(below, key=lambda other: (-len(self._tagged[other.id]), other.id))
        most = cut(by_count[:_MOST_NARROWER], _term_weight, _NARROWER_BYTES, _MOST_NARROWER)[0]
        return {f"{self._root}{other.id}/" for other in most}

    def _lines(self, kind: str, terms: Sequence[Term], room: int) -> list[Line]:
        """The terms as a tree where all of it has room, otherwise those with most reports."""
        own = {term.id for term in terms}
        tops = [
            term
            for broader, narrower in self._narrower.items()
            if broader not in own
            for term in narrower
            if term.kind == kind
        ]
        tops.sort(key=lambda term: sort_key(self._label(term), self._language))
        tree = list(self._tree(tops, 0))
        if sum(line.weight for line in tree) <= room:
            return tree
        most = most_used([self._entry(term) for term in terms], min(room, BYTES_OF_MOST_USED))
        by_address = {line.entry.address: line for line in tree}
        lines = [Line(entry, by_address[entry.address].description, 0) for entry in most]
        return cut(lines, attrgetter("weight"), room, len(lines) or 1)[0]

    def _tree(self, tops: Sequence[Term], level: int) -> Iterator[Line]:
        """Terms, each with those below it; a chain of any length is walked without recursion."""
        waiting = [(term, level) for term in reversed(tops)]
        while waiting:
            term, level = waiting.pop()
            description = shortened(term.description_in(self._language), _LONGEST_DESCRIPTION)
            yield Line(self._entry(term), description, min(level, _DEEPEST))
            below = [t for t in self._narrower.get(term.id, ()) if t.kind == term.kind]
            waiting += [(other, level + 1) for other in reversed(below)]

    def _entry(self, term: Term) -> Entry:
        return Entry(
            self._label(term), f"{self._root}{term.id}/", len(self._tagged.get(term.id, ()))
        )

    def _entries(self, term: Term) -> Iterator[Entry]:
        """The term, and each other name of it, which leads to the same page."""
        own = self._entry(term)
        yield own
        for name in dict.fromkeys(term.names()):
            if name != own.name:
                yield Entry(name, own.address, 0, own.shown)

    def _names(self, term: Term) -> Mapping[str, Sequence[str]]:
        """The other names of a term, by the name of their language; at most 60."""
        own = self._label(term)
        by_language: defaultdict[str, list[str]] = defaultdict(list)
        for language, label in term.labels.items():
            by_language[language].append(label)
        for language, aliases in term.aliases.items():
            by_language[language] += aliases
        others = [
            (language, shortened(name, LONGEST_NAME))
            for language, names in by_language.items()
            for name in dict.fromkeys(names)
            if name != own
        ]
        found: defaultdict[str, list[str]] = defaultdict(list)
        for language, name in cut(others, _name_weight, BESIDE_BYTES, _MOST_NAMES)[0]:
            found[self._words.language_name(language)].append(name)
        return dict(found)

    def _label(self, term: Term) -> str:
        return term.label(self._language)

    @cached_property
    def _folders(self) -> Mapping[str, str]:
        """The folder of each kind's index; kinds that differ in spelling only get a number."""
        taken: dict[str, str] = {}
        for kind in self._kinds:
            slug = slug_of_name(kind)
            number = 2
            while slug in taken.values():
                slug = f"{slug_of_name(kind)}-{number}"
                number += 1
            taken[kind] = slug
        return taken

    def _kind_address(self, kind: str) -> str:
        return f"{self._root}kind_{self._folders[kind]}/"


def _term_weight(term: Term) -> int:
    labels = (size(label[:LONGEST_NAME]) for label in term.labels.values())
    return _LINE_MARKUP + max(labels) + link_size(f"xx/tags/{term.id}/")


def _name_weight(name: tuple[str, str]) -> int:
    return size(name[1]) + _NAME_MARKUP
