"""What an article's checks asked of the archive, so that they are run again only if an answer changed.

A check sees the archive through Facts alone. Here Facts write down each question and its answer. An
article whose bytes are the same, and whose questions all have the same answers, has the same problems.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeAlias

from generator.checks import Facts
from generator.errors import StoreError
from generator.settings import Settings
from generator.vocabulary import Vocabulary

PATH, PATHS, HIDDEN, ADDRESS, ADDRESSES, ORIGINAL = range(6)
"""Kinds of questions: is there such an article, which are there, is it hidden, who claims such an
address, which are claimed, what are the bytes of the original."""

Answer: TypeAlias = "bool | str | tuple[str, ...]"


class Question(NamedTuple):
    """What was asked: its kind, and the path, address or file that it was asked of."""

    kind: int
    of: str = ""
    file: str = ""


@dataclass(frozen=True)
class Answers:
    """What is true of an archive.

    Attributes:
        paths: the path of every article.
        hidden: those of articles that are drafts or embargoed.
        addresses: every address that articles claim, folded, with the articles that claim it.
        original_of: bytes of an original beside an article; raises StoreError.
    """

    paths: frozenset[str]
    hidden: frozenset[str]
    addresses: Mapping[str, tuple[str, ...]]
    original_of: Callable[[str, str], bytes]

    def answer(self, asked: Question) -> Answer:
        """The answer to a question, in few bytes."""
        if asked.kind == PATH:
            return asked.of in self.paths
        if asked.kind == HIDDEN:
            return asked.of in self.hidden
        if asked.kind == ADDRESS:
            return self.addresses.get(asked.of, ())
        if asked.kind == PATHS:
            return self._all_paths
        if asked.kind == ADDRESSES:
            return self._all_addresses
        try:
            return digest_of(self.original_of(asked.of, asked.file))
        except StoreError as error:
            return str(error)

    @cached_property
    def _all_paths(self) -> str:
        return digest_of("\n".join(sorted(self.paths)).encode("utf-8", "surrogatepass"))

    @cached_property
    def _all_addresses(self) -> str:
        return digest_of(repr(sorted(self.addresses.items())).encode("utf-8", "surrogatepass"))


def digest_of(content: bytes) -> str:
    """Stands for some bytes."""
    return hashlib.sha256(content).hexdigest()


class Noted:
    """The questions that the checks of one article ask, with their answers."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self.asked: dict[Question, Answer] = {}

    def facts(self, settings: Settings, vocabulary: Vocabulary) -> Facts:
        """Facts that write down what they are asked."""
        known = self._answers
        return Facts(
            settings=settings,
            vocabulary=vocabulary,
            paths=_Paths(known.paths, PATH, self.ask),
            hidden=_Paths(known.hidden, HIDDEN, self.ask),
            addresses=_Addresses(known.addresses, self.ask),
            original_of=self._original_of,
        )

    def ask(self, question: Question) -> Answer:
        """The answer, which is written down."""
        if question not in self.asked:
            self.asked[question] = self._answers.answer(question)
        return self.asked[question]

    def _original_of(self, path: str, file: str) -> bytes:
        question = Question(ORIGINAL, path, file)
        try:
            content = self._answers.original_of(path, file)
        except StoreError as error:
            self.asked[question] = str(error)
            raise
        self.asked[question] = digest_of(content)
        return content


class _Paths(Collection[str]):
    """A set of paths that is asked for one of them, or for all."""

    def __init__(self, paths: frozenset[str], kind: int, ask: Callable[[Question], Answer]) -> None:
        self._paths, self._kind, self._ask = paths, kind, ask

    def __contains__(self, path: object) -> bool:
        return bool(self._ask(Question(self._kind, str(path))))

    def __iter__(self) -> Iterator[str]:
        self._ask(Question(PATHS))
        return iter(self._paths)

    def __len__(self) -> int:
        self._ask(Question(PATHS))
        return len(self._paths)


class _Addresses(Mapping[str, tuple[str, ...]]):
    """Addresses that are asked for one of them, or for all."""

    def __init__(
        self, addresses: Mapping[str, tuple[str, ...]], ask: Callable[[Question], Answer]
    ) -> None:
        self._addresses, self._ask = addresses, ask

    def __getitem__(self, address: str) -> tuple[str, ...]:
        self._ask(Question(ADDRESS, address))
        return self._addresses[address]

    def __iter__(self) -> Iterator[str]:
        self._ask(Question(ADDRESSES))
        return iter(self._addresses)

    def __len__(self) -> int:
        self._ask(Question(ADDRESSES))
        return len(self._addresses)
