"""The Data Package that describes the files (Frictionless Data, v1; v2 readers take it too)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.addresses import permalink
from generator.archive import PublicArchive
from generator.catalogue import Catalogue
from generator.dataset.indented import indented
from generator.dataset.tables import Field, Table

_MEDIA_TYPES = {"csv": "text/csv", "jsonl": "application/x-ndjson"}


@dataclass(frozen=True)
class Resource:
    """One file of the package.

    Attributes:
        name: of the file, without its ending.
        format: csv or jsonl.
        table: what its rows are.
        size: bytes.
        sha256: in hexadecimal digits.
    """

    name: str
    format: str
    table: Table
    size: int
    sha256: str


def descriptor(archive: PublicArchive, resources: Sequence[Resource]) -> bytes:
    """``datapackage.json``. It names no licence: each report has its own rights, in ``rights``."""
    settings = archive.settings
    language = settings.default_language
    words = Catalogue(language)
    return as_json(
        {
            "profile": "tabular-data-package",
            "name": "reports",
            "title": settings.languages[language].site_name,
            "description": f"{words('data.package')} {words('data.rights')} {words('data.cells')}",
            "homepage": permalink(f"{settings.prefix(language)}data/", settings),
            "contributors": [{"title": settings.organisation, "role": "publisher"}],
            "resources": [_resource(resource) for resource in resources],
        }
    )


def schema(table: Table) -> bytes:
    """The data dictionary of a table as Table Schema, in English."""
    words = Catalogue("en")
    return as_json(
        {
            "fields": [_field(table, field, words) for field in table.fields],
            "missingValues": [""],
            **({"primaryKey": list(table.key)} if table.key else {}),
        }
    )


def schema_file(table: Table) -> str:
    """The name of the file with a table's schema."""
    return f"schema-{table.name}.json"


def as_json(content: object) -> bytes:
    """Readable JSON."""
    return f"{indented(content)}\n".encode("utf-8", "replace")


def _resource(resource: Resource) -> dict[str, object]:
    return {
        "profile": "tabular-data-resource",
        "name": f"{resource.name}-{resource.format}",
        "path": f"{resource.name}.{resource.format}",
        "format": resource.format,
        "mediatype": _MEDIA_TYPES[resource.format],
        "encoding": "utf-8",
        "bytes": resource.size,
        "hash": f"sha256:{resource.sha256}",
        "schema": schema_file(resource.table),
    }


def _field(table: Table, field: Field, words: Catalogue) -> dict[str, object]:
    return {
        "name": field.name,
        "type": field.type,
        **({"format": field.format} if field.format else {}),
        "description": words(f"data.{table.name}_{field.name}"),
        **({"constraints": {"required": True}} if field.is_required else {}),
    }
