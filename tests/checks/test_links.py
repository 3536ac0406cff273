"""Links from body to body."""

from __future__ import annotations

import pytest

from tests.conftest import SmallArchive


def test_a_link_to_no_article_is_told_with_its_line(archive: SmallArchive) -> None:
    archive.article("2016/ferry-sinks")
    archive.article("2017/inquiry", "First.\n\nSee [the report](../2016/ferry-sink.md) of then.")
    result = archive.run("check")
    assert result.exit_code == 1
    assert "articles/2017/inquiry.md:7: the link to '../2016/ferry-sink.md'" in result.stdout
    assert "did you mean '../2016/ferry-sinks.md'?" in result.stdout


@pytest.mark.parametrize(
    "link",
    ["../2016/ferry-sinks.md", "../2016/ferry-sinks.md#part", "https://else.example/x.md", "/x/"],
)
def test_links_that_lead_somewhere_are_fine(archive: SmallArchive, link: str) -> None:
    archive.article("2016/ferry-sinks")
    archive.article("2017/inquiry", f"See [the report]({link}).")
    assert archive.run("check").exit_code == 0


@pytest.mark.parametrize("status", ["draft", "embargoed"])
@pytest.mark.parametrize("link", ["../2016/secret.md", "/reports/2016/secret/"])
def test_a_link_to_what_is_not_public_is_told(
    archive: SmallArchive, status: str, link: str
) -> None:
    archive.article("2016/secret", status=status)
    archive.article("2017/inquiry", f"See [the report]({link}).")
    result = archive.run("check")
    assert f"the link to '{link}' leads to a report that is not public" in result.stdout


@pytest.mark.parametrize("link", ["/reports/2016/nothere/", "../../reports/2016/nothere/"])
def test_a_link_by_address_that_leads_nowhere_is_told(archive: SmallArchive, link: str) -> None:
    archive.article("2017/inquiry", f"See [the report]({link}).")
    assert f"the link to '{link}' leads nowhere" in archive.run("check").stdout
