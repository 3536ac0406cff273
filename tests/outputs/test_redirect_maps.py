"""Redirects for servers that answer by themselves."""

from __future__ import annotations

import re
from urllib.parse import unquote

from generator.outputs.redirect_maps import HOSTS_FILE, NGINX_FILE, files
from generator.pipeline.building import load_archive
from tests.conftest import CONFIG, SmallArchive


def maps(archive: SmallArchive) -> dict[str, str]:
    loaded = load_archive(archive.folder, archive.settings, archive.vocabulary)
    return {file.path: file.content.decode() for file in files(loaded.archive)}


def test_without_redirects_there_is_no_map(archive: SmallArchive) -> None:
    archive.article("2016/one")
    assert maps(archive) == {}


def test_hosts_get_both_addresses_percent_encoded(archive: SmallArchive) -> None:
    archive.article("2016/حصار الميناء", language="ar", redirect_from=["old/حصار:1*"])
    assert maps(archive)[HOSTS_FILE] == (
        "/old/%D8%AD%D8%B5%D8%A7%D8%B1%3A1%2A/ "
        "/ar/reports/2016/%D8%AD%D8%B5%D8%A7%D8%B1%20%D8%A7%D9%84%D9%85%D9%8A%D9%86%D8%A7%D8%A1/ 301\n"
    )


def test_a_site_in_a_folder_of_its_host_says_so(archive: SmallArchive) -> None:
    config = CONFIG.replace("https://harbour.example", "https://harbour.example/the/archive")
    archive.write("mkdocs.yml", config)
    archive.article("2016/one", redirect_from=["/old/", "2010/story.html"])
    assert maps(archive)[HOSTS_FILE].splitlines() == [
        "/the/archive/2010/story.html /the/archive/reports/2016/one/ 301",
        "/the/archive/old/ /the/archive/reports/2016/one/ 301",
    ]
    assert '"/the/archive/old/" /the/archive/reports/2016/one/;' in maps(archive)[NGINX_FILE]


def test_nginx_compares_letters_and_answers_percent_encoded(archive: SmallArchive) -> None:
    archive.article("2016/ب", language="ar", redirect_from=['قديم "1"/', "price/$uri;}"])
    text = maps(archive)[NGINX_FILE]
    assert '    "/قديم \\"1\\"/" /ar/reports/2016/%D8%A8/;\n' in text
    assert '    "/price/$uri;}/" /ar/reports/2016/%D8%A8/;\n' in text


def test_nginx_starts_with_long_keys_and_with_keys_that_it_takes_for_one(
    archive: SmallArchive,
) -> None:
    long = "ب" * 120
    archive.article("2016/one", redirect_from=[long, "Old/Place", "old/place"])
    text = maps(archive)[NGINX_FILE]
    size = re.search(r"map_hash_bucket_size (\d+);", text)
    assert size is not None
    assert int(size[1]) >= len(long.encode()) + 32
    assert len(re.findall(r'"/old/place/"', text, re.IGNORECASE)) == 1


def test_what_was_withdrawn_leads_to_its_tombstone(archive: SmallArchive) -> None:
    archive.article(
        "2016/one",
        redirect_from=["old/"],
        status="withdrawn",
        withdrawn={"date": "2020-01-01", "reason": "Asked for."},
    )
    text = maps(archive)
    assert unquote(text[HOSTS_FILE]) == "/old/ /reports/2016/one/ 301\n"
    assert "Asked" not in "".join(text.values())
