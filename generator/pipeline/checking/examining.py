"""Checking one article, by itself, so that articles can be shared out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.checks import checks
from generator.checks.addresses import all_claimed
from generator.model import Article, Problem
from generator.pipeline.checking.asking import Answer, Answers, Noted, Question, digest_of
from generator.settings import Settings
from generator.store import ARTICLES, ArticleStore
from generator.vocabulary import Vocabulary

_HIDDEN = ("draft", "embargoed")


class Checked(NamedTuple):
    """What is known of one article; plain values, which are written and read fast.

    Attributes:
        sha256: of its bytes; empty where they can't be read.
        problems: everything that is wrong with it.
        asked: what its checks asked of the archive, and what the answers were.
        claims: each address that it claims, folded.
        is_hidden: whether readers don't see it yet.
        beside: names of the files beside it that are its own.
        is_read: whether there is anything to be read in it.
    """

    sha256: str
    problems: tuple[Problem, ...] = ()
    asked: tuple[tuple[Question, Answer], ...] = ()
    claims: tuple[str, ...] = ()
    is_hidden: bool = False
    beside: tuple[str, ...] = ()
    is_read: bool = False


@dataclass(frozen=True)
class Examiner:
    """Runs every check on articles.

    Attributes:
        store, settings, vocabulary: the archive.
        answers: what is true of the archive, as far as is known.
        is_guess: whether nothing is known yet of who claims which address: an article is taken to
            be the only one that claims its own.
    """

    store: ArticleStore
    settings: Settings
    vocabulary: Vocabulary
    answers: Answers
    is_guess: bool = False

    def examine_all(self, shard: Sequence[tuple[str, str]]) -> list[tuple[str, Checked | None]]:
        """Examine articles; None for one whose bytes still have the SHA-256 that stands beside it."""
        return [(path, self.examine(path, before)) for path, before in shard]

    def examine(self, path: str, before: str = "") -> Checked | None:
        """Everything about one article."""
        try:
            content = (self.store.folder / ARTICLES / f"{path}.md").read_bytes()
        except OSError:
            sha256, item = "", self.store.read(path)  # which tells why
        else:
            sha256 = digest_of(content)
            if sha256 == before:
                return None
            item = self.store.parse(path, content)
        if isinstance(item, Article):
            return self._checked(sha256, item, ())
        if item.article is None:
            return Checked(sha256, item.problems)
        return self._checked(sha256, item.article, item.problems)

    def _checked(self, sha256: str, article: Article, problems: tuple[Problem, ...]) -> Checked:
        claims = all_claimed([article], self.settings)
        answers = replace(self.answers, addresses=claims) if self.is_guess else self.answers
        noted = Noted(answers)
        facts = noted.facts(self.settings, self.vocabulary)
        found = tuple(problem for check in checks() for problem in check(article, facts))
        return Checked(
            sha256,
            (*problems, *found),
            tuple(noted.asked.items()),
            tuple(claims),
            article.fields.get("status") in _HIDDEN,
            tuple(article.files_beside),
            True,
        )
