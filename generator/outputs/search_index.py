"""The search index: Pagefind's bundles, one a shard, and what the search page knows of them.

Below ``pagefind/`` stand the engine, its WebAssembly for each language, ``shards.json`` with what
there is to ask, ``labels.<language>.json`` with the names of values, for each language a filter of
words in other scripts, and for each shard a folder ``<language>/<time>/`` with Pagefind's files, its
columns of values, its words in other scripts, and its entry in the list.

Shards know nothing of each other: ``index`` makes one, and ``closing_files`` joins what they say of
themselves.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from generator.archive import PublicArchive
from generator.dates.periods import periods_of
from generator.model import FileGroup, OutputFile
from generator.outputs import _facets, _others
from generator.outputs._search_records import FORMS_MARK, records, spellings
from generator.outputs._shards import Shard, Sizes, cut, day_of
from generator.pagefind import Bundle, bundle, engine_files, words_of

__all__ = ["FOLDER", "FORMS_MARK", "SIZES", "closing_files", "file_groups", "files", "shards"]

FOLDER = "pagefind/"
ENTRY = "shard.json"
SIZES = Sizes()

_MANY = 100
"""Reports that take half a second to index."""

_CHUNK = "index/"
_META = ".pf_meta"


def files(archive: PublicArchive, sizes: Sizes = SIZES) -> Iterator[OutputFile]:
    """Every file.

    Raises:
        SearchIndexError: Pagefind failed.
    """
    told: dict[str, bytes] = {}
    for group in file_groups(archive, sizes):
        for file in group.make():
            if file.path.endswith((f"/{ENTRY}", f"/{_others.FILE}")):
                told[file.path] = file.content
            yield file
    yield from closing_files(archive, told.__getitem__, sizes)


def file_groups(archive: PublicArchive, sizes: Sizes = SIZES) -> Iterator[FileGroup]:
    """The shards, each by itself; and the engine, by language."""
    parts = shards(archive, sizes)
    for shard in parts:
        name = f"search {shard.language} {shard.name}"
        is_heavy = len(shard.reports) >= _MANY
        yield FileGroup(name, partial(index, archive, shard), shard.mark, is_heavy)
    languages = tuple(dict.fromkeys(shard.language for shard in parts))
    if languages:
        yield FileGroup("search engine", partial(engine, languages), languages)


def closing_files(
    archive: PublicArchive, read: Callable[[str], bytes], sizes: Sizes = SIZES
) -> Iterator[OutputFile]:
    """``shards.json``, from what each shard says of itself, and the labels.

    ``read`` gives a file of a shard by its path.
    """
    parts = shards(archive, sizes)
    others: dict[str, str] = {}
    for language in dict.fromkeys(shard.language for shard in parts):
        own = (_folder(shard) for shard in parts if shard.language == language)
        content = _others.filter_of(read(f"{folder}{_others.FILE}") for folder in own)
        digest = hashlib.sha256(content).hexdigest()[:12]
        others[language] = f"{FOLDER}{language}/others.{digest}.bin"
        yield OutputFile(others[language], content)
    entries = b",".join(read(f"{_folder(shard)}{ENTRY}") for shard in parts)
    listed = b'{"others":%s,"shards":[%s]}' % (json.dumps(others).encode(), entries)
    yield OutputFile(f"{FOLDER}shards.json", listed)
    for language in archive.settings.languages:
        yield OutputFile(f"{FOLDER}labels.{language}.json", _facets.labels(archive, language))


def shards(archive: PublicArchive, sizes: Sizes = SIZES) -> tuple[Shard, ...]:
    """What is indexed together: by language, the newest first."""
    return archive.once(_cut) if sizes is SIZES else _cut(archive, sizes)


def _cut(archive: PublicArchive, sizes: Sizes = SIZES) -> tuple[Shard, ...]:
    return tuple(cut(archive.shelves, archive.settings.languages, sizes))


def engine(languages: Sequence[str]) -> Sequence[OutputFile]:
    """Pagefind's script, and its WebAssembly for each of these languages.

    Raises:
        SearchIndexError: Pagefind failed.
    """
    found: dict[str, bytes] = {}
    for language in languages:
        found |= engine_files(language)
    return tuple(OutputFile(FOLDER + path, content) for path, content in found.items())


def index(archive: PublicArchive, shard: Shard) -> Sequence[OutputFile]:
    """The files of one shard.

    Raises:
        SearchIndexError: Pagefind failed.
    """
    made = bundle(records(archive, shard.reports), words_of(shard.language), spellings)
    folder = _folder(shard)
    columns = _facets.columns(archive, dict(zip(made.ids, shard.reports, strict=True)))
    entry = _entry(shard, folder, made, columns)
    return (
        *(OutputFile(folder + name, content) for name, content in made.files.items()),
        OutputFile(f"{folder}facets.json", columns),
        OutputFile(folder + _others.FILE, _others.words_of_others(shard.language, made.words)),
        OutputFile(folder + ENTRY, entry),
    )


def _folder(shard: Shard) -> str:
    return f"{FOLDER}{shard.language}/{shard.name}/"


def _entry(shard: Shard, folder: str, made: Bundle, columns: bytes) -> bytes:
    """What the page knows of a shard before it asks it.

    - ``first``, ``last``: the earliest days of its dated reports, from and to; or null.
    - ``years``: those that one of its reports may be of. ``undated``: how many have none.
    - ``meta``, ``chunk``, ``columns``: bytes to load for each query, for each word of it, and to
      narrow it (compressed); on average.
    - ``facets``: a digest of its columns. ``entry``: what Pagefind asks for first.
    """
    days = [day for report in shard.reports if (day := day_of(report))]
    years = {year for report in shard.reports for year in periods_of(report.date).years}
    chunks = [len(made.files[path]) for path in made.files if path.startswith(_CHUNK)]
    content = {
        "language": shard.language,
        "path": folder,
        "count": len(shard.reports),
        "undated": len(shard.reports) - len(days),
        "first": min(days).isoformat() if days else None,
        "last": max(days).isoformat() if days else None,
        "years": sorted(years),
        "meta": sum(len(made.files[path]) for path in made.files if path.endswith(_META)),
        "chunk": sum(chunks) // max(1, len(chunks)),
        "columns": len(zlib.compress(columns)),
        "facets": hashlib.sha256(columns).hexdigest()[:12],
        "entry": made.entry,
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
