"""The ways out, by what answered and what has become of it."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Mapping

from generator.model import Problem, Report
from generator.pipeline.comparing.standing import ORIGINAL, PAGE, REDIRECT, Answer, Standing
from generator.store import ARTICLES


def problem_of(
    address: str,
    answer: Answer,
    before: Standing,
    after: Standing,
    now: Mapping[str, str],
    revision: str,
) -> Problem:
    """The problem, with the ways out that fit what has become of the report."""
    file = f"{ARTICLES}/{answer.path}.md"
    message = f"/{address} answered at '{revision}' and would lead nowhere"
    ways = {PAGE: _way_for_page, REDIRECT: _way_for_redirect, ORIGINAL: _way_for_original}
    is_there = file in now
    if is_there and answer.path not in after.reports:
        remedy = "mend the article: `archive check` says what is wrong with it"
    else:
        remedy = ways[answer.kind](address, answer.path, before, after, revision)
    return Problem(file, 0, "", address, message, remedy)


def _way_for_page(address: str, path: str, before: Standing, after: Standing, revision: str) -> str:
    report = after.reports.get(path)
    if report is not None and report.front.status in ("draft", "embargoed"):
        return (
            f"its status is {report.front.status} now: publish it again, or run "
            f"`archive withdraw {path} --reason …`"
        )
    if report is not None:
        return f"it would stand elsewhere: add '{address}' to its redirect_from"
    moved = _moved_to(path, before, after)
    if moved:
        return (
            f"it seems to stand in {ARTICLES}/{moved}.md now: add '{address}' to redirect_from "
            f"there; next time, `archive move {path} {moved}` does it by itself"
        )
    return (
        f"run `git checkout {revision} -- {ARTICLES}/{path}.md` and then `archive withdraw {path} "
        f"--reason …`; or add '{address}' to redirect_from of the report that takes its place"
    )


def _way_for_redirect(
    address: str, path: str, before: Standing, after: Standing, revision: str
) -> str:
    moved = path if path in after.reports else _moved_to(path, before, after)
    if moved and after.reports[moved].front.status in ("published", "withdrawn"):
        return f"put '{address}' back into redirect_from of {ARTICLES}/{moved}.md"
    return _way_for_page(address, path, before, after, revision)


def _way_for_original(
    address: str, path: str, before: Standing, after: Standing, revision: str
) -> str:
    file = posixpath.join(posixpath.dirname(path), posixpath.basename(address))
    moved = path if path in after.reports else _moved_to(path, before, after)
    if any(a.kind == ORIGINAL and a.path == moved for a in after.answers.values()):
        page = address.removesuffix(posixpath.basename(address))
        return f"add '{page}' and '{address}' to redirect_from of {ARTICLES}/{moved}.md"
    if path not in after.reports:
        return (
            f"restore it with its report, or run `archive move {path} …` in place of a plain "
            f"rename: that keeps '{address}' answering"
        )
    return (
        f"run `git checkout {revision} -- {ARTICLES}/{file}`, and name it below 'original:'; where "
        "it may not be shown, say 'withheld: …' there"
    )


def _moved_to(path: str, before: Standing, after: Standing) -> str:
    """The report that looks like this one under another path: by its original, or by its text."""
    own = before.reports.get(path)
    if own is None:
        return ""
    others = ((other, r) for other, r in after.reports.items() if other not in before.contents)
    return next((other for other, r in others if _marks(r) & _marks(own)), "")


def _marks(report: Report) -> set[str]:
    """What tells a report under any path: the hash of its original, and that of its text."""
    marks = {hashlib.sha256(report.body.encode()).hexdigest()} if report.body.strip() else set()
    return marks | ({report.front.original.sha256} if report.front.original else set())
