"""Two hundred queries are answered the same whether the index was made anew or only where it had to be."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from benchmarks.corpus import Corpus
from generator.archive import PublicArchive
from generator.model import FileGroup, FrontMatter, OutputFile, Report
from generator.outputs._shards import Sizes
from generator.outputs.search_index import closing_files, file_groups
from generator.publication import publish
from generator.settings import read_settings
from generator.vocabulary import VOCABULARY_FILE, read_vocabulary
from tests.browser.sample import served

SIZES = Sizes(whole=20, settled=60, open=20, opening=5)
REPORTS = 240
QUERIES = 200

_ASK = """async ({ queries, language }) => {
    const script = document.querySelector("script[src$='search/page.js']").src;
    const module = (name) => import(new URL(`${name}.js`, script));
    const names = ["bundles", "inquiry", "others", "shards"];
    const [{ Bundles }, { Inquiry }, { Others }, { loadShards }] = await Promise.all(names.map(module));
    const root = new URL(document.getElementById("archive-search").dataset.root, document.baseURI);
    const [bundles, others, shards] = [new Bundles(root), new Others(root), await loadShards(root, language)];
    const answers = [];
    for (const query of queries) {
        const search = { query, from: null, to: null, undated: false, sort: "relevance", chosen: [] };
        const inquiry = new Inquiry(bundles, others, shards, query);
        for await (const _ of inquiry.ask(search, { facets: null, wanted: Infinity, budget: Infinity }));
        if (inquiry.failed) throw inquiry.failed;
        answers.push(inquiry.arranged(search, null).map(({ key, score }) => `${key} ${score.toFixed(6)}`));
    }
    return answers;
}"""


def _archive(folder: Path, reports: Iterable[Report]) -> PublicArchive:
    settings, vocabulary = read_settings(folder), read_vocabulary(folder)
    return publish(reports, settings, vocabulary, lambda *_: b"")


def _before(corpus: Corpus) -> list[Report]:
    return [
        Report(one.path, FrontMatter.model_validate(one.fields), one.body)
        for one in corpus.reports(REPORTS)
    ]


def _after(corpus: Corpus, before: Sequence[Report]) -> list[Report]:
    """Some are gone, some say something else, some are dated otherwise, some are new."""
    kept = [one for number, one in enumerate(before) if number % 50 != 7]
    changed = [
        replace(one, body=f"{before[number - 1].body}") if number % 60 == 11 else one
        for number, one in enumerate(kept)
    ]
    moved = [
        replace(one, front=one.front.model_copy(update={"date": before[3].front.date}))
        if number % 90 == 17
        else one
        for number, one in enumerate(changed)
    ]
    new = corpus.reports(8, REPORTS)
    return moved + [Report(r.path, FrontMatter.model_validate(r.fields), r.body) for r in new]


def _made(
    archive: PublicArchive, known: Mapping[str, tuple[FileGroup, Sequence[OutputFile]]]
) -> tuple[dict[str, tuple[FileGroup, Sequence[OutputFile]]], int]:
    """Each group with its files, and how many had to be made."""
    groups, made = {}, 0
    for group in file_groups(archive, SIZES):
        old = known.get(group.name)
        if old is not None and old[0].made_from == group.made_from:
            groups[group.name] = (group, old[1])
        else:
            groups[group.name] = (group, tuple(group.make()))
            made += 1
    return groups, made


def _write(
    site: Path, archive: PublicArchive, groups: Mapping[str, tuple[FileGroup, Sequence[OutputFile]]]
) -> None:
    contents = {file.path: file.content for _, files in groups.values() for file in files}
    closing = closing_files(archive, contents.__getitem__, SIZES)
    for path, content in (contents | {file.path: file.content for file in closing}).items():
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _queries(reports: Sequence[Report]) -> Iterator[str]:
    """Frequent and rare words, several, phrases, beginnings, Arabic ones with another prefix, years."""
    chance = random.Random(200)
    for number in range(QUERIES):
        words = chance.choice(reports).body.replace(".", " ").replace(",", " ").split()
        place = chance.randrange(len(words) - 3)
        match number % 6:
            case 0 | 1:
                yield words[place]
            case 2:
                yield f"{words[place]} {chance.choice(words)}"
            case 3:
                yield f'"{words[place]} {words[place + 1]}"'
            case 4:
                yield words[place][:4]
            case _:
                yield (
                    f"و{words[place]}"
                    if number % 4
                    else f"{words[place]} {chance.randint(2011, 2025)}"
                )


@pytest.fixture(scope="module")
def both(site: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, list[str]]:
    """A site with an index made anew, one with an index made where it had to be; and the queries."""
    folder = tmp_path_factory.mktemp("rebuilt")
    corpus = Corpus()
    (folder / VOCABULARY_FILE).write_text(corpus.vocabulary(), "utf-8")
    shutil.copy2(site.parent / "mkdocs.yml", folder)
    before = _before(corpus)
    after = _after(corpus, before)
    archive = _archive(folder, after)
    first, _ = _made(_archive(folder, before), {})
    rebuilt, made = _made(archive, first)
    assert 0 < made < len(rebuilt) - 1
    cold, _ = _made(archive, {})
    for name, groups in (("cold", cold), ("rebuilt", rebuilt)):
        shutil.copytree(site, folder / name, ignore=shutil.ignore_patterns("pagefind", "reports"))
        _write(folder / name, archive, groups)
    return folder / "cold", folder / "rebuilt", list(_queries(after))


def _answers(browser: Browser, site: Path, queries: Sequence[str]) -> list[list[str]]:
    with served(site) as root, browser.new_context(base_url=root) as context:
        page: Page = context.new_page()
        page.goto("search/")
        answers: list[list[str]] = page.evaluate(_ASK, {"queries": queries, "language": "en"})
    return answers


def test_two_hundred_queries_are_answered_the_same(
    browser: Browser, both: tuple[Path, Path, list[str]]
) -> None:
    cold, rebuilt, queries = both
    expected = _answers(browser, cold, queries)
    assert _answers(browser, rebuilt, queries) == expected
    assert len(expected) == QUERIES
    assert sum(bool(answer) for answer in expected) > QUERIES * 0.8
    assert len({tuple(answer) for answer in expected}) > QUERIES / 2


def test_every_phrase_is_found(browser: Browser, both: tuple[Path, Path, list[str]]) -> None:
    """Also where a report has a word with hamza and without, with a prefix and without."""
    chance = random.Random(7)
    phrases: list[str] = []
    corpus = Corpus()
    for one in _after(corpus, _before(corpus)):
        plain = one.body.partition("\n\n#")[0]
        sentence = chance.choice([s for s in re.split(r"[.،,\n]", plain) if len(s.split()) > 4])
        words = sentence.split()
        place = chance.randrange(len(words) - 3)
        phrases.append(f"«{' '.join(words[place : place + chance.choice((2, 3))])}»")
    cold, _, _ = both
    missed = [
        p for p, hits in zip(phrases, _answers(browser, cold, phrases), strict=True) if not hits
    ]
    assert missed == []
