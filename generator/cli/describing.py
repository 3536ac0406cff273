"""`archive schema`: the front matter described for other programs."""

from __future__ import annotations

import json

import click

from generator.model import FrontMatter


@click.command()
def schema() -> None:
    """Print the JSON Schema of the front matter."""
    described = FrontMatter.model_json_schema(mode="validation")
    document = {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}
    click.echo(json.dumps(document, indent=2, ensure_ascii=False))
