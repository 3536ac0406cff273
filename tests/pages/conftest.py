"""An archive of which pages can be built, too."""

from __future__ import annotations

import pytest

from tests.conftest import SmallArchive
from tests.site.conftest import CONFIG, SiteArchive


@pytest.fixture
def site_archive(archive: SmallArchive) -> SiteArchive:
    """The archive with a home page in each language, as tests/site has it."""
    site = SiteArchive(archive.folder)
    site.write("mkdocs.yml", CONFIG.replace("  - Notes: notes/method.md\n", ""))
    for file, title in (("index", "Harbour Watch"), ("ar/index", "مرصد الميناء")):
        site.write(f"docs/{file}.md", f"---\ntemplate: home.html\ntitle: x\n---\n\n# {title}\n")
    return site
