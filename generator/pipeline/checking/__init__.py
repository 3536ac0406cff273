"""Check: every article read, every problem told; what did not change is not read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path

from generator.executors import Processes
from generator.model import Problem
from generator.pipeline.building.base import base_of_reading
from generator.pipeline.checking.asking import ORIGINAL, Answer, Answers, Question
from generator.pipeline.checking.examining import Checked, Examiner
from generator.pipeline.checking.memory import Memory, Seen, look_around
from generator.settings import Settings
from generator.state import fingerprint
from generator.store import ARTICLES, ArticleStore
from generator.vocabulary import Vocabulary

_WORTH_KEEPING = 200
"""Articles from which on a check leaves something for the next one; fewer are read in no time."""

_PER_SHARD = 250


def check_archive(
    folder: Path,
    settings: Settings,
    vocabulary: Vocabulary,
    kept_from: int = _WORTH_KEEPING,
    workers: Processes | None = None,
) -> Iterator[Problem]:
    """Every problem of every article, in order of file and line.

    Args:
        folder: of the archive.
        settings: its settings.
        vocabulary: its terms.
        kept_from: number of articles from which on the next check goes on from this one.
        workers: who reads; else a process a core.
    """
    memory = Memory(folder)
    began_ns = memory.began_ns() if _is_long(folder, kept_from) else 0
    now = look_around(folder / ARTICLES)
    if not began_ns:
        checking = _Checking(folder, settings, vocabulary, now, workers=workers or Processes())
        return iter(checking.problems)
    now.base = base_of_reading(settings, (), fingerprint(tuple(vocabulary.terms.values())))
    now.began_ns = began_ns
    before = memory.seen(now.base)
    if _is_same(before, now):
        return iter(before.problems)
    checking = _Checking(
        folder, settings, vocabulary, now, before, memory.records, workers or Processes()
    )
    now.problems = checking.problems
    memory.keep(now, checking.records)
    return iter(now.problems)


def _is_long(folder: Path, count: int) -> bool:
    """Whether there are so many articles."""
    return count <= 0 or any(
        True for _ in islice((folder / ARTICLES).rglob("*.md"), count - 1, count)
    )


def _is_same(before: Seen, now: Seen) -> bool:
    return (
        before.began_ns > 0
        and before.articles.keys() == now.articles.keys()
        and before.others.keys() == now.others.keys()
        and all(before.is_same_article(path, look) for path, look in now.articles.items())
        and all(before.is_same_file(name, look) for name, look in now.others.items())
    )


@dataclass(frozen=True)
class _Checking:
    """One check of an archive, going on from the one before."""

    folder: Path
    settings: Settings
    vocabulary: Vocabulary
    now: Seen
    before: Seen = field(default_factory=Seen)
    remembered: Callable[[bytes, int], dict[str, Checked]] = lambda *_: {}
    workers: Processes = field(default_factory=Processes)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem, sorted."""
        found = [problem for record in self.records.values() for problem in record.problems]
        return tuple(sorted([*found, *self._strays()]))

    @cached_property
    def records(self) -> dict[str, Checked]:
        """What is true of each article, by its path."""
        found = self._found
        answers = self._answers
        wrong = [path for path, record in found.items() if not self._holds(path, record, answers)]
        return found | self._examined(((path, "") for path in wrong), answers)

    @cached_property
    def _kept(self) -> Mapping[str, Checked]:
        """What the check before found out."""
        began_ns = self.before.began_ns
        return self.remembered(self.now.base, began_ns) if began_ns else {}

    @cached_property
    def _fresh(self) -> Mapping[str, Checked]:
        """What is known of each article that is new, or has other bytes."""
        kept, looks = self._kept, self.now.articles
        new = [
            (path, kept[path].sha256 if path in kept else "")
            for path in sorted(looks)
            if path not in kept or not self.before.is_same_article(path, looks[path])
        ]
        guess = Answers(frozenset(looks), frozenset(), {}, self._store.original_beside)
        return self._examined(new, guess, is_guess=True)

    @cached_property
    def _found(self) -> dict[str, Checked]:
        """What is known of each article, though the answers to its questions may be others by now."""
        fresh, kept = self._fresh, self._kept
        paths = sorted(self.now.articles)
        return {path: fresh[path] if path in fresh else kept[path] for path in paths}

    @cached_property
    def _answers(self) -> Answers:
        claims: dict[str, list[str]] = {}
        for path, record in self._found.items():
            for address in record.claims:
                claims.setdefault(address, []).append(path)
        return Answers(
            frozenset(self._found),
            frozenset(path for path, record in self._found.items() if record.is_hidden),
            {address: tuple(paths) for address, paths in claims.items()},
            self._store.original_beside,
        )

    @property
    def _store(self) -> ArticleStore:
        return ArticleStore(self.folder)

    def _examined(
        self, paths: Iterable[tuple[str, str]], answers: Answers, *, is_guess: bool = False
    ) -> dict[str, Checked]:
        examiner = Examiner(self._store, self.settings, self.vocabulary, answers, is_guess)
        items = iter(paths)
        shards = iter(lambda: list(islice(items, _PER_SHARD)), [])
        results = self.workers.run(examiner, Examiner.examine_all, shards)
        return {path: record for result in results for path, record in result if record is not None}

    def _holds(self, path: str, record: Checked, answers: Answers) -> bool:
        """Whether all questions about an article still have the answers on which its problems rest."""
        return all(
            self._is_answered(path, question, before, answers) for question, before in record.asked
        )

    def _is_answered(self, path: str, question: Question, before: Answer, answers: Answers) -> bool:
        if question.kind == ORIGINAL:
            folder = path.rpartition("/")[0]
            name = f"{folder}/{question.file}" if folder else question.file
            if path in self._fresh or self.before.is_same_file(name, self.now.others.get(name)):
                return True
        return answers.answer(question) == before

    def _strays(self) -> Iterator[Problem]:
        """Files that belong to no article: a killed import leaves such, or a typing error."""
        named = {
            f"{path.rpartition('/')[0]}/{file}".lstrip("/")
            for path, record in self.records.items()
            for file in record.beside
        }
        records = self.records.items()
        unread = tuple(f"{path}." for path, record in records if not record.is_read)
        for name in self.now.others:
            if name not in named and not name.startswith(unread):
                yield Problem(
                    f"articles/{name}",
                    0,
                    "",
                    "",
                    "belongs to no article",
                    "name it in an article's 'original:' or 'pictures:', or remove it; articles end in .md",
                )
