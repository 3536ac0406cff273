"""The front matter of an article: its fields, in the order in which they are written.

``archive schema`` prints this model as JSON Schema; ``archive check`` validates against it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from babel.core import get_global
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    ValidationError,
    WithJsonSchema,
)

from generator.dates import UNDATED, ArchiveDate, parse_edtf
from generator.errors import EdtfError

_LANGUAGE_TAG = re.compile(
    r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*\Z"
)


def _edtf(value: object) -> ArchiveDate:
    if isinstance(value, ArchiveDate):
        return value
    if not isinstance(value, str):
        raise ValueError("write the date as one quoted text, such as '2016-10-28'")
    return parse_edtf(value)


def _calendar_day(value: object) -> object:
    if not isinstance(value, str):
        return value
    parsed = parse_edtf(value)
    if not parsed.is_exact:
        raise EdtfError(f"{value!r} is not one day: write it as 2016-10-28")
    return parsed.earliest


def _language_tag(value: str) -> str:
    known = get_global("likely_subtags")
    if _LANGUAGE_TAG.match(value) is None or value.partition("-")[0] not in known:
        raise ValueError(f"{value!r} is not a BCP 47 language tag: write en, ar, fr, pt-BR …")
    return value


def is_language_tag(value: str) -> bool:
    """Whether the text is a BCP 47 language tag of a language that CLDR knows."""
    try:
        return bool(_language_tag(value))
    except ValueError:
        return False


def _web_address(value: str) -> str:
    if re.match(r"https?://[^\s/]+(?:/\S*)?\Z", value) is None:
        raise ValueError(f"{value!r} is not a web address: it begins with https:// or http://")
    return value


def _archive_path(value: str) -> str:
    if value.startswith("/") or ".." in value.split("/") or value.endswith((".md", "/")):
        raise ValueError(
            f"{value!r} is not a path under articles/: write 2016/the-slug, without .md"
        )
    return value


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
LanguageTag = Annotated[str, AfterValidator(_language_tag)]
WebAddress = Annotated[str, AfterValidator(_web_address)]
ArchivePath = Annotated[Text, AfterValidator(_archive_path)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
CalendarDay = Annotated[
    date, BeforeValidator(_calendar_day), WithJsonSchema({"type": "string", "format": "date"})
]
EdtfDate = Annotated[
    ArchiveDate,
    BeforeValidator(_edtf),
    PlainSerializer(lambda value: value.text, return_type=str),
    WithJsonSchema({"type": "string", "title": "EDTF date", "examples": ["2016-10-28", "XXXX"]}),
]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Correction(_Frozen):
    """One dated correction, shown at the top of the report."""

    date: CalendarDay
    note: Text


class Withdrawal(_Frozen):
    """When and why a report was withdrawn."""

    date: CalendarDay
    reason: Text


class Original(_Frozen):
    """The raw report that an article was made from, known by its SHA-256 (FIPS 180-4).

    Either ``file`` (it stands beside the article and is published) or ``withheld`` (a reason; the
    bytes are kept in originals/, which is not public). A ``part`` of a container is known by its
    GUID, Message-ID or address; ``sha256`` is then that of the part's own content, and
    ``container`` that of the export, feed, mailbox or WARC file that is kept.
    """

    file: Text | None = None
    part: Text | None = None
    sha256: Sha256
    container: Sha256 | None = None
    media_type: Text | None = None
    retrieved: CalendarDay | None = None
    withheld: Text | None = None


class Picture(_Frozen):
    """A picture that stands beside the article, without what it told of people and devices.

    The text shows it as ``![what is to be seen](file)``. ``sha256`` is that of the file; ``original``
    that of the picture as it came, where it was another; ``size`` is width and height in pixels, as it is
    seen: ``640x480``. With ``withheld``, a reason, it is not public.
    """

    file: Text
    sha256: Sha256
    media_type: Literal["image/jpeg", "image/png", "image/gif", "image/webp"]
    size: Annotated[str, StringConstraints(pattern=r"^[1-9]\d{0,4}x[1-9]\d{0,4}$")]
    original: Sha256 | None = None
    withheld: Text | None = None


class FrontMatter(_Frozen):
    """All fields of an article; only the title is required."""

    title: Text
    date: EdtfDate = Field(default=UNDATED, description="EDTF (ISO 8601-2); XXXX: undated")
    source: Text | None = Field(default=None, description="who wrote it: a name or vocabulary id")
    publisher: Text | None = Field(default=None, description="who put it out")
    authors: tuple[Text, ...] = Field(default=(), description="names as printed, without 'By'")
    tags: tuple[Text, ...] = Field(default=(), description="vocabulary ids")
    language: LanguageTag | None = Field(default=None, description="BCP 47 language tag")
    rights: Text | None = Field(default=None, description="rights line as printed")
    display: Literal["full", "excerpt", "link"] = Field(
        default="full", description="how much of the body the rights allow to show"
    )
    url: WebAddress | None = Field(default=None, description="where it was published")
    archived_url: WebAddress | None = Field(default=None, description="a stored copy of it")
    status: Literal["published", "draft", "embargoed", "withdrawn"] = "published"
    withdrawn: Withdrawal | None = Field(default=None, description="goes with status: withdrawn")
    warning: Text | None = Field(default=None, description="content warning, covers the body")
    summary: Text | None = None
    translation_of: ArchivePath | None = Field(default=None, description="path of the other report")
    same_as: ArchivePath | None = Field(default=None, description="report that this is a copy of")
    redirect_from: tuple[Text, ...] = Field(default=(), description="earlier addresses")
    corrections: tuple[Correction, ...] = ()
    original: Original | None = None
    pictures: tuple[Picture, ...] = Field(default=(), description="pictures beside the article")
    inferred: dict[str, Text] = Field(
        default_factory=dict, description="field: evidence, until a person confirmed the field"
    )

    def as_fields(self) -> dict[str, Any]:
        """The fields that differ from their default, in writing order, as plain values."""
        return self.model_dump(mode="json", exclude_defaults=True, exclude_none=True)


FIELD_ORDER: tuple[str, ...] = tuple(FrontMatter.model_fields)
"""The order in which fields are written."""


@dataclass(frozen=True)
class FieldError:
    """One field that is not valid: which, where inside it, what stands there, what is wrong."""

    field: str
    place: str
    found: str
    message: str
    kind: str


def sift(fields: Mapping[str, object]) -> tuple[dict[str, object], list[FieldError]]:
    """Part the valid fields from the mistakes: every mistake at once, in the order of the model.

    Returns:
        The fields as they were given but for the invalid ones, and a mistake for each of those;
        a missing title is a mistake too.
    """
    try:
        FrontMatter.model_validate(fields)
    except ValidationError as error:
        mistakes = [_field_error(dict(detail)) for detail in error.errors(include_url=False)]
        wrong = {mistake.field for mistake in mistakes}
        return {name: value for name, value in fields.items() if name not in wrong}, mistakes
    return dict(fields), []


def _field_error(detail: dict[str, Any]) -> FieldError:
    place = ".".join(map(str, detail["loc"]))
    missing = detail["type"] == "missing"
    return FieldError(
        field=str(detail["loc"][0]),
        place=place,
        found="" if missing else str(detail["input"]),
        message=_plain_words(detail),
        kind=detail["type"],
    )


def _plain_words(detail: dict[str, Any]) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    words = {
        "missing": "is missing",
        "extra_forbidden": "is no field of the archive",
        "tuple_type": "must be a list: one '- item' a line",
        "string_type": "must be one text",
        "string_too_short": "is empty",
        "model_type": "must be a group of fields, indented below it",
        "dict_type": "must be a group of 'name: text' lines, indented below it",
        "string_pattern_mismatch": "must be 64 hexadecimal digits",
    }
    if kind == "string_pattern_mismatch" and detail["loc"][-1] == "size":
        return "must be width and height in pixels, such as 640x480"
    if kind == "literal_error":
        return f"must be {context['expected']}"
    if kind == "value_error":
        return str(context["error"])
    return words.get(kind, str(detail["msg"]))
