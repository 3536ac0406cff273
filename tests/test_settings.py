"""Settings from mkdocs.yml."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import SettingsError
from generator.settings import read_settings, validate_settings
from tests.conftest import SmallArchive


def settings_error(folder: Path, config: str | bytes) -> str:
    file = folder / "mkdocs.yml"
    file.write_bytes(config if isinstance(config, bytes) else config.encode())
    with pytest.raises(SettingsError) as caught:
        read_settings(folder)
    return str(caught.value)


def test_settings_are_read_past_the_tags_of_mkdocs(archive: SmallArchive) -> None:
    settings = archive.settings
    assert settings.organisation == "Harbour Watch"
    assert settings.site_url == "https://harbour.example/"
    assert list(settings.languages) == ["en", "ar"]
    assert settings.default_language == "en"
    assert (settings.prefix("en"), settings.prefix("ar")) == ("", "ar/")
    assert (settings.date_locale("en"), settings.date_locale("ar")) == ("en", "ar-SY")
    assert settings.newest == 10


@pytest.mark.parametrize(
    ("language", "shown"),
    [("en", "en"), ("ar", "ar"), ("ar-SY", "ar"), ("en-GB", "en"), ("fr", "en"), (None, "en")],
)
def test_a_report_is_shown_in_the_nearest_language(
    archive: SmallArchive, language: str | None, shown: str
) -> None:
    assert archive.settings.site_language(language) == shown


def test_a_regional_language_is_found_by_its_full_tag() -> None:
    options = {"languages": {"en": {"site_name": "A"}, "pt-BR": {"site_name": "B"}}}
    settings = validate_settings(options)
    assert settings.site_language("pt-BR") == "pt-BR"
    assert settings.site_language("pt") == "en"


@pytest.mark.parametrize(
    "plugins", ["[archive]", "[search, archive]", "{archive: {}}", "{archive: }"]
)
def test_plugins_without_options(tmp_path: Path, plugins: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: A Watch\nplugins: {plugins}\n")
    settings = read_settings(tmp_path)
    assert settings.organisation == "A Watch"
    assert settings.languages["en"].site_name == "A Watch"
    assert settings.site_url == ""


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    config = (
        "site_name: x\nplugins:\n- archive:\n    organization: y\n    newest: many\n"
        "    languages:\n      EN: {site_name: z}\n      ar: {}\n"
    )
    error = settings_error(tmp_path, config)
    assert str(tmp_path / "mkdocs.yml") in error
    assert "unknown setting 'organization', did you mean 'organisation'?" in error
    assert "'newest'" in error
    assert "'many'" in error
    assert "EN" in error
    assert "'languages.ar.site_name'" in error


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ("site_name: x\nplugins: [search]\n", "does not list the plugin 'archive'"),
        ("site_name: x\n", "does not list the plugin 'archive'"),
        ("site_name: x\nplugins: archive\n", "does not list the plugin 'archive'"),
        ("", "is not a list of settings"),
        ("- a\n", "is not a list of settings"),
        ("a: [\n", "cannot be read"),
        (b"a: \xff\n", "cannot be read"),
        ("plugins: [archive: {languages: [en]}]\n", "'languages'"),
        ("plugins: [archive: {newest: 0}]\n", "'newest'"),
        ("plugins: [archive: {zzz: 0}]\n", "unknown setting 'zzz'"),
    ],
)
def test_broken_settings(tmp_path: Path, config: str | bytes, message: str) -> None:
    assert message in settings_error(tmp_path, config)


def test_no_settings_at_all(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"no mkdocs\.yml in .*run this inside an archive"):
        read_settings(tmp_path)


def test_readers_write_to_the_contact_about_a_page() -> None:
    by_mail = validate_settings({"contact": "desk@harbour.example"})
    assert by_mail.contact_link("a page/ä") == "mailto:desk@harbour.example?subject=a%20page/%C3%A4"
    by_form = validate_settings({"contact": "https://harbour.example/form"})
    assert by_form.contact_link("a page") == "https://harbour.example/form"


def test_the_address_of_an_onion_service_gets_its_slash() -> None:
    root = f"http://{'a2' * 28}.onion"
    assert validate_settings({"onion_location": root}).onion_location == f"{root}/"
    assert validate_settings({}).onion_location == ""


def test_a_day_of_expiry_ends_as_it_begins(tmp_path: Path) -> None:
    config = "plugins:\n- archive:\n    security: {contact: a@b.example, expires: 2027-06-30}\n"
    (tmp_path / "mkdocs.yml").write_text(config)
    security = read_settings(tmp_path).security
    assert security is not None
    assert security.expires.isoformat() == "2027-06-30T00:00:00+00:00"
    assert security.contact == ("mailto:a@b.example",)


@pytest.mark.parametrize(
    ("options", "place", "remedy"),
    [
        ({"onion_location": "https://harbour.example/"}, "onion_location", "56 characters"),
        ({"onion_location": "http://short.onion/"}, "onion_location", "56 characters"),
        ({"security": {"contact": "a@b.example"}}, "security.expires", "Field required"),
        ({"security": {"contact": [], "expires": "2027-06-30"}}, "security.contact", "at least 1"),
        (
            {"security": {"contact": "the desk", "expires": "2027-06-30"}},
            "security.contact.0",
            "write a mail address",
        ),
        (
            {"security": {"contact": "a@b.example", "expires": "next year"}},
            "security.expires",
            "write a day such as 2027-06-30",
        ),
        (
            {"security": {"contact": "a@b.example", "expires": 1700000000}},
            "security.expires",
            "write a day such as 2027-06-30",
        ),
        (
            {
                "security": {
                    "contact": "a@b.example",
                    "expires": "2027-06-30",
                    "policy": "http://b.example",
                }
            },
            "security.policy",
            "begins with https://",
        ),
        (
            {
                "security": {
                    "contact": "a@b.example",
                    "expires": "2027-06-30",
                    "encryption": "-----BEGIN PGP",
                }
            },
            "security.encryption.0",
            "write where the key is",
        ),
        ({"robots": {"keep_out": ["Bad Bot"]}}, "robots.keep_out.0", "a crawler's name"),
        ({"robots": {"keep_out": ["*"]}}, "robots.keep_out.0", "a crawler's name"),
        ({"robots": {"disallow": ["browse/"]}}, "robots.disallow.0", "a path from the site's root"),
        (
            {"robots": {"disallow": "/a\nAllow: /b"}},
            "robots.disallow.0",
            "a path from the site's root",
        ),
        ({"robots": {"block": ["X"]}}, "robots.block", "unknown setting"),
    ],
)
def test_mistakes_say_what_to_write(options: dict[str, object], place: str, remedy: str) -> None:
    with pytest.raises(SettingsError) as caught:
        validate_settings(options)
    assert f"'{place}'" in str(caught.value)
    assert remedy in str(caught.value)
