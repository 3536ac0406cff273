"""Many drafts are inferred together: each as it would be by itself, whatever stands beside it."""

from __future__ import annotations

import random
from collections.abc import Sequence

from generator.inference import infer, infer_all
from generator.model import Draft

from .labelled import containers, context, draft_of, drafts_in, raw_files


def _every_draft() -> list[Draft]:
    drafts = [draft_of(raw.read_bytes(), raw.name) for raw in raw_files()]
    return drafts + [draft for file in containers() for draft in drafts_in(file)]


def _shares(drafts: Sequence[Draft], size: int) -> list[Sequence[Draft]]:
    return [drafts[start : start + size] for start in range(0, len(drafts), size)]


def test_what_is_inferred_of_a_draft_does_not_depend_on_the_others() -> None:
    drafts = _every_draft()
    random.Random(7).shuffle(drafts)
    assert len(drafts) > 100
    together = [found for share in _shares(drafts, 32) for found in infer_all(share, context())]
    assert together == [infer(draft, context()) for draft in drafts]


def test_the_same_draft_twice_and_none() -> None:
    draft = draft_of("Ferries stop\n\nBy Mira Holt\n\nThe ferries of the harbour stopped.\n")
    one = infer(draft, context())
    assert infer_all((draft, draft, draft), context()) == [one, one, one]
    assert infer_all((), context()) == []
