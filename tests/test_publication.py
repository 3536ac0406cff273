"""The gate between reports and the public."""

from __future__ import annotations

from dataclasses import fields as fields_of
from datetime import date

import pytest

from generator.addresses import address_of
from generator.archive import PublicArchive
from generator.dates import parse_edtf
from generator.model import FrontMatter, PublicReport, Report, Withdrawal
from generator.publication import excerpt, publish
from generator.settings import Settings, validate_settings
from generator.vocabulary import Vocabulary

SETTINGS: Settings = validate_settings(
    {
        "organisation": "Harbour Watch",
        "languages": {"en": {"site_name": "A"}, "ar": {"site_name": "B"}},
    }
)
SHA = "0" * 64


def report(path: str, body: str = "A text.", **fields: object) -> Report:
    return Report(path, FrontMatter.model_validate({"title": f"T {path}", **fields}), body)


def original_of(path: str, file: str) -> bytes:
    return f"{path} {file}".encode()


def published(*reports: Report) -> PublicArchive:
    return publish(reports, SETTINGS, Vocabulary({}), original_of)


def only(*reports: Report) -> PublicReport:
    (public,) = published(*reports).reports
    return public


@pytest.mark.parametrize("status", ["draft", "embargoed", "withdrawn"])
def test_what_is_not_published_does_not_pass(status: str) -> None:
    hidden = report(
        "2016/canary-path" if status != "withdrawn" else "2016/w",
        body="CANARY",
        title="CANARY",
        summary="CANARY",
        rights="CANARY",
        withdrawn={"date": "2020-01-01", "reason": "Public."},
        inferred={"rights": "CANARY"},
        corrections=[{"date": "2020-01-01", "note": "CANARY"}],
        status=status,
    )
    archive = published(hidden, report("2016/a"))
    assert [public.path for public in archive.reports] == ["2016/a"]
    assert "canary" not in repr((archive.reports, archive.tombstones)).lower()
    assert len(archive.tombstones) == (status == "withdrawn")


def test_a_tombstone_knows_its_addresses_and_why_it_stands_there() -> None:
    made = {"date": "2020-01-01", "reason": "Two accounts came from one person."}
    hidden = report(
        "2016/a", status="withdrawn", language="ar", withdrawn=made, redirect_from=["old/"]
    )
    (tombstone,) = published(hidden).tombstones
    assert {field.name for field in fields_of(tombstone)} == {
        "path",
        "address",
        "site_language",
        "withdrawal",
        "redirect_from",
    }
    assert tombstone.withdrawal == Withdrawal.model_validate(made)
    assert tombstone.redirect_from == ("old/",)
    assert tombstone.address == "ar/reports/2016/a/"
    assert tombstone.site_language == "ar"


def test_a_public_report_has_all_that_is_public() -> None:
    public = only(
        report(
            "2016/a",
            date="2016-10-28",
            source="northern-wire",
            publisher="Someone",
            authors=["Mira Holt"],
            tags=["siege"],
            language="ar-SY",
            rights="© 2016",
            url="https://example.org/",
            warning="violence",
            summary="Short.",
            inferred={"date": "why"},
            corrections=[
                {"date": "2016-11-01", "note": "old"},
                {"date": "2017-11-01", "note": "new"},
            ],
            original={
                "file": "a.txt",
                "sha256": SHA,
                "media_type": "text/plain",
                "retrieved": "2016-11-02",
            },
        )
    )
    assert public.address == "ar/reports/2016/a/"
    assert (public.language, public.site_language) == ("ar-SY", "ar")
    assert public.date == parse_edtf("2016-10-28")
    assert public.body == "A text."
    assert public.publisher == "Someone"
    assert public.inferred == {"date": "why"}
    assert [correction.note for correction in public.corrections] == ["new", "old"]
    assert public.original is not None
    assert (public.original.file, public.original.sha256) == ("a.txt", SHA)
    assert public.original.retrieved == date(2016, 11, 2)


def test_what_is_not_said_has_a_default() -> None:
    public = only(report("2016/a"))
    assert public.publisher == "Harbour Watch"
    assert public.language == "en"
    assert public.original is None
    assert (public.source, public.url, public.warning) == ("", "", "")


@pytest.mark.parametrize(
    ("display", "body"), [("full", "One.\n\nSECRET."), ("excerpt", "One."), ("link", "")]
)
def test_rights_cut_the_body(display: str, body: str) -> None:
    public = only(report("2016/a", body="One.\n\nSECRET.", display=display))
    assert public.body == body


@pytest.mark.parametrize(
    ("display", "more", "file"),
    [
        ("full", {}, "a.txt"),
        ("excerpt", {}, ""),
        ("link", {}, ""),
        ("full", {"withheld": "a mail"}, ""),
    ],
)
def test_an_original_is_public_with_its_whole_text_only(
    display: str, more: dict[str, str], file: str
) -> None:
    original = {"file": "a.txt", "sha256": SHA, **more}
    public = only(report("2016/a", display=display, original=original))
    assert public.original is not None
    assert public.original.file == file
    assert public.original.sha256 == SHA


@pytest.mark.parametrize("status", ["draft", "embargoed", "withdrawn"])
def test_a_reference_to_what_is_not_public_is_dropped(status: str) -> None:
    public = only(
        report("2016/the-secret", status=status),
        report("2016/a", translation_of="2016/the-secret", same_as="2016/the-secret"),
    )
    assert (public.translation_of, public.same_as) == ("", "")


def test_a_reference_to_a_public_report_stays() -> None:
    archive = published(report("2016/a", same_as="2016/b"), report("2016/b"))
    assert archive.by_path["2016/a"].same_as == "2016/b"


def test_reports_stand_by_date_and_undated_ones_last() -> None:
    archive = published(
        report("undated/z"),
        report("2016/b", date="2016-10-28"),
        report("2016/a", date="2016-10-28"),
        report("2016/c", date="2016"),
        report("2016/d", date="[2016-10-28,2016-10-21]"),
        report("2015/e", date="2015-01-01?"),
    )
    order = ["2015/e", "2016/c", "2016/d", "2016/a", "2016/b", "undated/z"]
    assert [public.path for public in archive.reports] == order
    assert list(archive.by_path) == order


def test_neighbours_speak_one_language() -> None:
    archive = published(
        report("2016/1", date="2016-01-01"),
        report("2016/2", date="2016-01-02", language="ar"),
        report("2016/3", date="2016-01-03", language="fr"),
        report("2016/4", date="2016-01-04", language="ar-EG"),
        report("2016/5", date="2016-01-05", status="draft"),
        report("2016/6", date="2016-01-06"),
    )
    assert archive.neighbours == {
        "2016/1": ("", "2016/3"),
        "2016/3": ("2016/1", "2016/6"),
        "2016/6": ("2016/3", ""),
        "2016/2": ("", "2016/4"),
        "2016/4": ("2016/2", ""),
    }


def test_addresses() -> None:
    assert address_of("2016/a", "en", SETTINGS) == "reports/2016/a/"
    assert address_of("2016/a", "ar", SETTINGS) == "ar/reports/2016/a/"
    assert address_of("2016/a", None, SETTINGS) == "reports/2016/a/"


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("", ""),
        ("One.", "One."),
        ("One.\n\nTwo.", "One."),
        ("# Heading\n\n> Quote\n\n- item\n\nOne.\nStill one.\n\nTwo.", "One.\nStill one."),
        ("# Heading only", ""),
        ("A sentence. " * 40, "A sentence. " * 32 + "A sentence."),
        ("جملة قصيرة؟ " * 60, ("جملة قصيرة؟ " * 33).strip()),
        ("word " * 100, "word " * 79 + "word …"),
        ("字" * 500, "字" * 400 + " …"),
    ],
)
def test_excerpts(body: str, shown: str) -> None:
    assert excerpt(body) == shown
