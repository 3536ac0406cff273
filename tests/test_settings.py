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
