"""What stands beside reports: the marks that a build remembers are those that a look at all gives."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.archive import PublicArchive
from generator.dates import parse_edtf
from generator.model import PublicReport
from generator.pages._beside import Beside, marks_beside
from generator.settings import Settings
from generator.shelves import Remembered, Shelves
from generator.state import fingerprint
from generator.vocabulary import Vocabulary

_PATHS = [f"2016/{letter}" for letter in "abcdefghijklmnopqrstuvwx"]


def archive_of(reports: Sequence[PublicReport], before: Remembered | None = None) -> PublicArchive:
    def shelve(own: Sequence[PublicReport]) -> Shelves:
        return Shelves(own, before)

    def nothing(path: str, file: str) -> bytes:
        raise LookupError(path, file)

    archive_settings = Settings(languages={"en": {"site_name": "A"}, "ar": {"site_name": "ا"}})
    return PublicArchive(reports, (), archive_settings, Vocabulary({}), nothing, shelve=shelve)


@st.composite
def stages(draw: st.DrawFn) -> list[list[PublicReport]]:
    """An archive, and what becomes of it when one or two reports change, come or go, several times."""
    paths = draw(st.lists(st.sampled_from(_PATHS), unique=True, max_size=24))
    known = {path: draw(report(path)) for path in paths}
    found = [in_order(known.values())]
    for _ in range(draw(st.integers(1, 4))):
        for path in draw(st.lists(st.sampled_from(_PATHS), min_size=1, max_size=2)):
            if path in known and draw(st.booleans()):
                del known[path]
            else:
                known[path] = draw(report(path))
        found.append(in_order(known.values()))
    return found


def in_order(reports: Iterable[PublicReport]) -> list[PublicReport]:
    return sorted(reports, key=lambda one: (one.date.sort_key, one.path))


@st.composite
def report(draw: st.DrawFn, path: str) -> PublicReport:
    language = draw(st.sampled_from(["en", "en", "ar"]))
    others = st.sampled_from([*[""] * 9, "2016/a", "2016/b"])
    bare = PublicReport(
        path=path,
        address=f"reports/{path}/",
        site_language=language,
        language=language,
        title=draw(st.sampled_from(["one", "two"])),
        date=parse_edtf(draw(st.sampled_from(["2015", "2016-02", "2016-02-03", "2017", "2018"]))),
        body="",
        summary="",
        display="full",
        source="",
        publisher="",
        tags=tuple(draw(st.sampled_from(["", "x", "xy", "xyz", "yz", "wz"]))),
        translation_of=draw(others),
        same_as=draw(others),
    )
    return replace(bare, digest=fingerprint(bare).hex())


@settings(max_examples=150)
@given(stages())
def test_what_is_remembered_is_what_a_look_at_all_gives(told: list[list[PublicReport]]) -> None:
    before = None
    for reports in told:
        later = archive_of(reports, before)
        anew = archive_of(reports)
        assert dict(marks_beside(later)) == dict(marks_beside(anew))
        for one in reports:
            assert Beside.of(one, later) == Beside.of(one, anew)
        before = later.shelves.to_remember()
