"""What holds for any text whatever."""

from __future__ import annotations

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from generator.dates import parse_edtf
from generator.errors import ArchiveError
from generator.inference import Inferred
from generator.orthography import with_letters

from .labelled import inferred_from, rendered

_LINES = st.sampled_from(
    (
        "Ferry Aground Off Nuwar",
        "Tellin Today",
        "Ferry Aground Off Nuwar | Tellin Today",
        "By Anton Relleck",
        "By Anton Relleck (Reuters)",
        "28 October 2016",
        "Published: 28/10/2016 | Updated: 30/10/2016",
        "© 2016 dpa GmbH",
        "© 2011-2024 Tellin Today",
        "Share on Facebook",
        "Related articles",
        "مرسى تلين - أ ف ب",
        "بقلم: سامر قندليف",
        "(Reporting by Ines Torvald; Editing by Gwen Hallorik)",
        "",
        "dpa",
    )
)
_WORD = st.one_of(
    st.text(st.characters(categories=("L", "N")), min_size=1, max_size=9),
    st.sampled_from(
        ("on", "Friday", "28", "October", "2016", "(AFP)", "-", "©", "By", "قال", "*", "[x]")
    ),
)
_STORY = st.lists(_WORD, min_size=40, max_size=60).map(
    lambda words: "The pier " + " ".join(words) + "."
)
_REPORT = st.lists(st.one_of(_LINES, _STORY), min_size=1, max_size=9)


def _outcome(text: str, name: str = "report.txt") -> Inferred | None:
    """What is inferred, or None where the importer says why not."""
    try:
        return inferred_from(text.encode("utf-8", "replace"), name)
    except ArchiveError as error:
        assert str(error)
        return None


@settings(deadline=None)
@given(st.one_of(st.text(max_size=400), _REPORT.map("\n".join), _REPORT.map("\n\n".join)))
def test_any_text_gives_a_title_and_a_valid_date(text: str) -> None:
    for name in ("report.txt", "report.md"):
        inferred = _outcome(text, name)
        if inferred is None:
            continue
        if (date := inferred.findings.get("date")) is not None:
            parse_edtf(str(date.value))
        assert all(finding.evidence for finding in inferred.findings.values())


@given(
    st.lists(_STORY, min_size=1, max_size=4),
    st.lists(_LINES, max_size=4),
    st.lists(_LINES, max_size=4),
)
@settings(max_examples=60, deadline=None)
def test_no_word_of_a_story_is_lost(story: list[str], head: list[str], tail: list[str]) -> None:
    long = [paragraph for paragraph in story if len(paragraph) >= 140]
    flattened = len([line for line in (*head, *story, *tail) if line]) <= 2
    assume(
        not (flattened and any("©" in paragraph for paragraph in story))
    )  # a rights line ends it
    inferred = _outcome("\n\n".join((*head, *story, *tail)))
    assert inferred is not None
    seen = rendered(inferred.body)
    for paragraph in long:
        assert " ".join(with_letters(paragraph).split()) in seen


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1))
@example("# Heading\n\n    code\n\n* a\n")
@example("2000/1/0")
@example("12 May 2016")
def test_markdown_is_left_alone(body: str) -> None:
    inferred = _outcome(f"---\ntitle: A title\n---\n\n{body}\n")
    assert inferred is not None
    assert inferred.body == body.strip("\n")


def test_a_heading_that_is_the_stated_title_is_not_repeated() -> None:
    inferred = _outcome("---\ntitle: A title\n---\n\n# A title\n\nText\n")
    assert inferred is not None
    assert inferred.body == "Text"
