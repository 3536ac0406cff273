"""robots.txt and security.txt say what mkdocs.yml says."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.robotparser import RobotFileParser

from generator.archive import PublicArchive
from generator.outputs import robots, security
from generator.publication import publish
from generator.settings import validate_settings, with_defaults
from generator.vocabulary import Vocabulary
from tests.conftest import SmallArchive


def public(vocabulary: Vocabulary, options: Mapping[str, object]) -> PublicArchive:
    settings = validate_settings(with_defaults(options, "Harbour Watch"))
    return publish([], settings, vocabulary, lambda _path, _file: b"")


def written(archive: PublicArchive) -> dict[str, str]:
    outputs = [*robots.files(archive), *security.files(archive)]
    return {file.path: file.content.decode() for file in outputs}


def rules(archive: PublicArchive) -> RobotFileParser:
    parser = RobotFileParser()
    parser.parse(written(archive)["robots.txt"].splitlines())
    return parser


def test_crawlers_may_read_everything_unless_told(archive: SmallArchive) -> None:
    files = written(public(archive.vocabulary, {}))
    assert files == {"robots.txt": "User-agent: *\nAllow: /\n"}
    assert rules(public(archive.vocabulary, {})).can_fetch("AnyBot", "/reports/2016/one/")


def test_named_crawlers_and_paths_are_kept_out(archive: SmallArchive) -> None:
    asked = {"keep_out": ["HarvestBot", "Other_Bot"], "disallow": ["/browse/", "/ar/تقارير/"]}
    parser = rules(public(archive.vocabulary, {"robots": asked}))
    for name in ("HarvestBot", "Other_Bot"):
        assert not parser.can_fetch(name, "/")
    assert parser.can_fetch("KindBot", "/reports/2016/one/")
    assert not parser.can_fetch("KindBot", "/browse/2016/")
    assert not parser.can_fetch("KindBot", "/ar/تقارير/1/")
    assert written(public(archive.vocabulary, {"robots": asked}))["robots.txt"].isascii()


def test_paths_count_from_the_host_of_a_site_in_a_folder(archive: SmallArchive) -> None:
    options = {"site_url": "https://harbour.example/archive", "robots": {"disallow": "/browse/"}}
    parser = rules(public(archive.vocabulary, options))
    assert not parser.can_fetch("KindBot", "https://harbour.example/archive/browse/")
    assert parser.can_fetch("KindBot", "https://harbour.example/browse/")


def test_security_txt_has_what_the_standard_asks_for(archive: SmallArchive) -> None:
    options = {
        "site_url": "https://harbour.example",
        "languages": {"en": {"site_name": "A"}, "ar": {"site_name": "ب"}},
        "security": {
            "contact": ["desk@harbour.example", "https://harbour.example/report"],
            "expires": "2027-06-30T14:00:00+02:00",
            "encryption": "https://harbour.example/key.asc",
            "policy": "https://harbour.example/policy",
        },
    }
    files = written(public(archive.vocabulary, options))
    assert files[".well-known/security.txt"].splitlines()[1:] == [
        "Contact: mailto:desk@harbour.example",
        "Contact: https://harbour.example/report",
        "Expires: 2027-06-30T12:00:00Z",
        "Encryption: https://harbour.example/key.asc",
        "Preferred-Languages: en, ar",
        "Canonical: https://harbour.example/.well-known/security.txt",
        "Policy: https://harbour.example/policy",
    ]
    assert files[".nojekyll"] == ""
