"""Every labelled sample: each field against the truth, the whole article against its golden file.

Golden files are written anew by ``pytest tests/inference --regenerate``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.inference import infer

from .labelled import (
    Sample,
    article_of,
    containers,
    context,
    draft_of,
    drafts_in,
    faults,
    inferred_from,
    raw_files,
    samples,
)


def _name(sample: Sample) -> str:
    return sample.raw.stem


@pytest.mark.parametrize("sample", samples(), ids=_name)
def test_fields_are_true_or_open(sample: Sample) -> None:
    wrong = faults(sample)
    new = {field: found for field, found in wrong.items() if field not in sample.misses}
    assert not new, f"{sample.raw}: {new}"
    met = sample.misses - wrong.keys()
    assert not met, f"{sample.raw.stem}.yml: no longer missed, strike from misses: {sorted(met)}"


def _golden(raw: Path) -> Path:
    """The expected article: beside the raw file, under its name up to the first dot."""
    return raw.with_name(raw.name.partition(".")[0] + ".md")


@pytest.mark.parametrize("raw", raw_files(), ids=lambda raw: raw.name)
def test_article_is_the_golden_one(raw: Path, regenerate: bool) -> None:
    content = raw.read_bytes()
    article = article_of(draft_of(content, raw.name), inferred_from(content, raw.name))
    golden = _golden(raw)
    if regenerate:
        golden.write_text(article, "utf-8")
    assert article == golden.read_text("utf-8"), "see --regenerate"


@pytest.mark.parametrize("file", containers(), ids=lambda file: file.name)
def test_parts_are_the_golden_articles(file: Path, regenerate: bool) -> None:
    drafts = drafts_in(file)
    assert drafts
    for number, draft in enumerate(drafts, 1):
        article = article_of(draft, infer(draft, context()))
        golden = file.with_name(f"{file.stem}-{number}.md")
        if regenerate:
            golden.write_text(article, "utf-8")
        assert article == golden.read_text("utf-8"), "see --regenerate"
