"""The fields of an article, and their schema."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner
from pydantic import ValidationError

from generator.cli import main
from generator.dates import parse_edtf
from generator.model import FIELD_ORDER, FrontMatter, sift

FULL: dict[str, object] = {
    "title": "A title",
    "date": "[2016-10-21,2016-10-28]",
    "source": "northern-wire",
    "publisher": "Harbour Watch",
    "authors": ["Mira Holt"],
    "tags": ["siege"],
    "language": "en",
    "rights": "© 2016 Northern Wire",
    "display": "excerpt",
    "url": "https://example.org/a?b=c#d",
    "archived_url": "https://archive.example/x",
    "status": "withdrawn",
    "withdrawn": {"date": "2020-01-02", "reason": "asked for"},
    "warning": "violence",
    "summary": "Short.",
    "translation_of": "2016/a-title",
    "same_as": "undated/b",
    "redirect_from": ["/old/"],
    "corrections": [{"date": "2016-11-01", "note": "A name."}],
    "original": {
        "file": "a.txt",
        "part": "1",
        "sha256": "0" * 64,
        "media_type": "text/plain",
        "retrieved": "2016-11-01",
        "withheld": "no",
    },
    "pictures": [
        {
            "file": "a.0.png",
            "sha256": "0" * 64,
            "media_type": "image/png",
            "size": "640x480",
            "original": "1" * 64,
            "withheld": "no",
        }
    ],
    "inferred": {"date": "'on Friday'"},
}


def test_every_field_goes_in_and_comes_out_in_order() -> None:
    front = FrontMatter.model_validate(FULL)
    assert front.as_fields() == FULL
    assert list(front.as_fields()) == list(FIELD_ORDER) == list(FULL)


def test_only_the_title_is_required_and_defaults_are_not_written() -> None:
    front = FrontMatter.model_validate({"title": "A"})
    assert front.date is parse_edtf("XXXX")
    assert (front.status, front.display) == ("published", "full")
    assert front.as_fields() == {"title": "A"}


INVALID: list[tuple[str, object, str]] = [
    ("title", "", "is empty"),
    ("title", "  ", "is empty"),
    ("title", ["a"], "must be one text"),
    ("date", "2016-13", "a day that does not exist"),
    ("date", "Friday", "is not a date in EDTF"),
    ("date", ["2016-10-21", "2016-10-28"], "one quoted text"),
    ("authors", "Mira Holt", "must be a list"),
    ("authors", ["Mira", ""], "is empty"),
    ("tags", [["a"]], "must be one text"),
    ("language", "english", "is not a BCP 47 language tag"),
    ("language", "EN", "is not a BCP 47 language tag"),
    ("language", "xx", "is not a BCP 47 language tag"),
    ("language", "en_GB", "is not a BCP 47 language tag"),
    ("language", "en-٠٠١", "is not a BCP 47 language tag"),
    ("display", "some", "must be 'full', 'excerpt' or 'link'"),
    ("status", "public", "must be 'published', 'draft', 'embargoed' or 'withdrawn'"),
    ("url", "example.org", "is not a web address"),
    ("url", "javascript:alert(1)", "is not a web address"),
    ("url", "https://example.org/a b", "is not a web address"),
    ("archived_url", "ftp://example.org/", "is not a web address"),
    ("translation_of", "/2016/a", "is not a path under articles/"),
    ("translation_of", "2016/a.md", "is not a path under articles/"),
    ("same_as", "../a", "is not a path under articles/"),
    ("withdrawn", "yes", "must be a group of fields"),
    ("withdrawn", {"date": "2016-10", "reason": "x"}, "is not one day"),
    ("withdrawn", {"date": "2016-10-28"}, "is missing"),
    ("corrections", [{"date": "2016-10-28?", "note": "x"}], "is not one day"),
    ("corrections", [{"date": "2016-10-28", "note": "x", "by": "y"}], "is no field"),
    ("original", {"sha256": "0" * 63}, "64 hexadecimal digits"),
    ("original", {"sha256": "A" * 64}, "64 hexadecimal digits"),
    ("original", {"file": "a.txt"}, "is missing"),
    ("inferred", ["date"], "must be a group of 'name: text' lines"),
    ("inferred", {"date": ["x"]}, "must be one text"),
    ("datum", "x", "is no field of the archive"),
]


@pytest.mark.parametrize(("field", "value", "message"), INVALID)
def test_invalid_values_are_told_in_plain_words(field: str, value: object, message: str) -> None:
    fields = {"title": "A", "rights": "kept", field: value}
    valid, mistakes = sift(fields)
    assert len(mistakes) == 1
    assert mistakes[0].field == field
    assert mistakes[0].place.split(".")[0] == field
    assert message in mistakes[0].message
    assert valid == {name: fields[name] for name in fields if name != field}
    with pytest.raises(ValidationError):
        FrontMatter.model_validate(fields)


def test_sift_tells_every_mistake() -> None:
    valid, mistakes = sift({"date": "x", "tags": "y", "rights": "z"})
    assert {mistake.field for mistake in mistakes} == {"title", "date", "tags"}
    assert next(m.found for m in mistakes if m.field == "date") == "x"
    assert next(m.found for m in mistakes if m.field == "title") == ""
    assert valid == {"rights": "z"}


@pytest.mark.parametrize("tag", ["en", "ar", "ar-SY", "pt-BR", "zh-Hant", "sr-Latn-RS", "es-419"])
def test_language_tags(tag: str) -> None:
    assert sift({"title": "A", "language": tag})[1] == []


def schema() -> dict[str, object]:
    result = CliRunner().invoke(main, ["schema"])
    assert result.exit_code == 0
    document = json.loads(result.stdout)
    assert isinstance(document, dict)
    return document


def test_the_schema_describes_the_model() -> None:
    document = schema()
    assert document["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert document["type"] == "object"
    assert document["required"] == ["title"]
    assert document["additionalProperties"] is False
    properties = document["properties"]
    assert isinstance(properties, dict)
    assert tuple(properties) == FIELD_ORDER
    assert properties["status"]["enum"] == ["published", "draft", "embargoed", "withdrawn"]
    assert properties["display"]["enum"] == ["full", "excerpt", "link"]
    assert properties["title"]["minLength"] == 1
    assert properties["date"]["type"] == "string"
    assert properties["tags"]["items"]["type"] == "string"


def test_the_schema_requires_in_groups_what_the_model_requires() -> None:
    document = schema()
    groups = document["$defs"]
    assert isinstance(groups, dict)
    assert {name: group["required"] for name, group in groups.items()} == {
        "Correction": ["date", "note"],
        "Original": ["sha256"],
        "Picture": ["file", "sha256", "media_type", "size"],
        "Withdrawal": ["date", "reason"],
    }
    assert all(group["additionalProperties"] is False for group in groups.values())
    assert groups["Original"]["properties"]["sha256"]["pattern"] == "^[0-9a-f]{64}$"


def test_every_reference_in_the_schema_leads_somewhere() -> None:
    document = schema()
    text = json.dumps(document)
    groups = document["$defs"]
    assert isinstance(groups, dict)
    references = {part.split('"')[0] for part in text.split('"$ref": "#/$defs/')[1:]}
    assert references == set(groups)
