"""Where the links in a report's body lead."""

from __future__ import annotations

import pytest

from generator.pipeline.building import load_archive
from generator.rendering.links import Links
from tests.conftest import SmallArchive


@pytest.mark.parametrize(
    ("link", "resolved"),
    [
        ("../2015/other.md", "../../../reports/2015/other/"),
        ("../2015/other.md#top", "../../../reports/2015/other/#top"),
        ("/reports/2015/other", "../../../reports/2015/other/"),
        ("/old/place/", "../../../reports/2015/other/"),
        ("/browse/2016/", "../../../browse/2016/"),
        ("/assets/map.png", "../../../assets/map.png"),
        ("/reports/2016/draft/", ""),
        ("/ar/reports/2016/draft/", ""),
        ("draft.md", ""),
        ("/", "../../../"),
        ("https://else.example/reports/x/", "https://else.example/reports/x/"),
        ("#note", "#note"),
    ],
)
def test_a_link_leads_to_what_is_public(archive: SmallArchive, link: str, resolved: str) -> None:
    archive.article("2016/own")
    archive.article("2015/other", redirect_from=["old/place"])
    archive.article("2016/draft", status="draft")
    loaded = load_archive(archive.folder, archive.settings, archive.vocabulary)
    assert Links(loaded.archive).resolver("reports/2016/own/")(link) == resolved
