"""The settings of an archive: the `archive` section of mkdocs.yml, the only configuration file."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote

import yaml
from frontmatter.default_handlers import SafeLoader
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from generator.errors import SettingsError
from generator.model import LanguageTag

CONFIG_FILE = "mkdocs.yml"
PLUGIN = "archive"

_ONION = re.compile(r"https?://(?:[a-z0-9-]+\.)*[a-z2-7]{56}\.onion(?::\d+)?/(?:[^?#\s]*/)?")
_MAIL = re.compile(r"[^@\s:/]+@[^@\s/]+")


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _onion_root(value: str) -> str:
    root = value if value.endswith("/") or not value else f"{value}/"
    if root and not _ONION.fullmatch(root):
        raise ValueError("write the address of the onion service: http://, 56 characters, .onion/")
    return root


def _security_contact(value: str) -> str:
    if _MAIL.fullmatch(value):
        return f"mailto:{value}"
    if not re.fullmatch(r"(?:https://|mailto:|tel:)\S+", value):
        raise ValueError("write a mail address, or one that begins with https://, mailto: or tel:")
    return value


def _https(value: str) -> str:
    if value and not re.fullmatch(r"https://\S+", value):
        raise ValueError("write an address that begins with https://")
    return value


def _encryption_key(value: str) -> str:
    if not re.fullmatch(r"(?:https://|dns:|openpgp4fpr:)\S+", value):
        raise ValueError("write where the key is: https://…, dns:… or openpgp4fpr:…, not the key")
    return value


def _expiry(value: object) -> object:
    """YAML reads dates and times itself; a day alone ends at its beginning in UTC."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            value = None
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    raise ValueError("write a day such as 2027-06-30, within the next year")


def _crawler(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z_-]+", value):
        raise ValueError("write a crawler's name as it gives it: letters, - and _ only")
    return value


def _robots_path(value: str) -> str:
    if not re.fullmatch(r"/[^\s#]*", value):
        raise ValueError("write a path from the site's root, such as /browse/, without spaces or #")
    return value


class LanguageSettings(BaseModel):
    """How the site speaks one language; the first one stands at the root of the site.

    Attributes:
        site_name: the site's name in this language.
        description: one sentence for search engines.
        dates: locale for dates where it differs from the language, such as ``ar-SY``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    site_name: str
    description: str = ""
    dates: LanguageTag | None = None


class SecuritySettings(BaseModel):
    """How to report a security problem: what ``security.txt`` (RFC 9116) says.

    Attributes:
        contact: mail, web or phone addresses, the preferred one first.
        expires: until when this holds; given by the owner, since a build reads no clock.
        encryption: addresses of keys.
        policy: address of the policy for those who report.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    contact: Annotated[
        tuple[Annotated[str, AfterValidator(_security_contact)], ...],
        BeforeValidator(_one_or_more),
        Field(min_length=1),
    ]
    expires: Annotated[datetime, BeforeValidator(_expiry)]
    encryption: Annotated[
        tuple[Annotated[str, AfterValidator(_encryption_key)], ...], BeforeValidator(_one_or_more)
    ] = ()
    policy: Annotated[str, AfterValidator(_https)] = ""


class RobotsSettings(BaseModel):
    """What crawlers are asked to leave alone in ``robots.txt`` (RFC 9309); nothing by default.

    Attributes:
        keep_out: names of crawlers that may read nothing.
        disallow: paths from the site's root that no crawler may read.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    keep_out: Annotated[
        tuple[Annotated[str, AfterValidator(_crawler)], ...], BeforeValidator(_one_or_more)
    ] = ()
    disallow: Annotated[
        tuple[Annotated[str, AfterValidator(_robots_path)], ...], BeforeValidator(_one_or_more)
    ] = ()


class MapSettings(BaseModel):
    """What the map of places is drawn on.

    Attributes:
        outline: a GeoJSON file of the organisation's own, as a path from the folder of mkdocs.yml;
            empty for the bundled outline of the world.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    outline: str = ""


class Settings(BaseModel):
    """The validated settings of one archive.

    Attributes:
        organisation: who publishes it: the default publisher of every report.
        languages: interface languages, the one at the root first.
        site_url: where the site will stand, with a slash at its end; empty where unknown.
        contact: mail or web address for corrections and removal.
        newest: how many reports the home page shows.
        onion_location: root of the same site as an onion service, with a slash at its end.
        security: how to report a security problem, where that is said.
        robots: what crawlers are asked to leave alone.
        map: what the map of places is drawn on.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    organisation: str = ""
    languages: dict[LanguageTag, LanguageSettings] = Field(
        default_factory=lambda: {"en": LanguageSettings(site_name="Archive")}, min_length=1
    )
    site_url: str = ""
    contact: str = ""
    newest: int = Field(default=10, ge=1, le=100)
    onion_location: Annotated[str, AfterValidator(_onion_root)] = ""
    security: SecuritySettings | None = None
    robots: RobotsSettings = RobotsSettings()
    map: MapSettings = MapSettings()

    @property
    def own_names(self) -> tuple[str, ...]:
        """The names under which the organisation publishes: its own, and the site's per language."""
        names = (self.organisation, *(spoken.site_name for spoken in self.languages.values()))
        return tuple(dict.fromkeys(name for name in names if name))

    @property
    def default_language(self) -> str:
        """The language at the root of the site."""
        return next(iter(self.languages))

    def site_language(self, language: str | None) -> str:
        """The interface language in which a report of ``language`` is shown."""
        tag = language or self.default_language
        base = tag.partition("-")[0]
        return next((name for name in (tag, base) if name in self.languages), self.default_language)

    def prefix(self, site_language: str) -> str:
        """The folder of an interface language below the site's root: empty, or ``ar/``."""
        return "" if site_language == self.default_language else f"{site_language}/"

    def contact_link(self, page: str) -> str:
        """Where a reader reports an error on a page: the contact's address, or a mail about it."""
        if self.contact.startswith(("https://", "http://")):
            return self.contact
        return f"mailto:{self.contact}?subject={quote(page)}"

    def date_locale(self, site_language: str) -> str:
        """The locale in which dates are written."""
        return self.languages[site_language].dates or site_language


def validate_settings(options: Mapping[str, object], source: str = CONFIG_FILE) -> Settings:
    """Validate the options of the ``archive`` plugin.

    Raises:
        SettingsError: with every mistake at once, each with its path.
    """
    try:
        return Settings.model_validate(options)
    except ValidationError as error:
        mistakes = [_mistake(dict(detail)) for detail in error.errors()]
        raise SettingsError(f"{source}, plugins: archive: " + "; ".join(mistakes)) from error


def read_settings(folder: Path) -> Settings:
    """Read the settings of the archive in ``folder`` without MkDocs.

    Raises:
        SettingsError: mkdocs.yml is missing, is not YAML, or its settings are not valid.
    """
    path = folder / CONFIG_FILE
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise SettingsError(f"no {CONFIG_FILE} in {folder}: run this inside an archive") from error
    except OSError as error:
        raise SettingsError(f"{path} cannot be read: {error}") from error
    return validate_settings(_options_in(content, str(path)), str(path))


def languages_in(content: bytes, source: str) -> Settings:
    """Of an older mkdocs.yml what decides about addresses: its languages and the site's address.

    Its other settings may be such as the archive of today no longer knows.

    Raises:
        SettingsError: it is not YAML, or its languages are not valid.
    """
    options = _options_in(content, source)
    return validate_settings({name: options[name] for name in ("languages", "site_url")}, source)


def _options_in(content: bytes, source: str) -> Mapping[str, object]:
    """The options of the plugin in the bytes of mkdocs.yml, with defaults filled in."""
    try:
        config = yaml.load(content.decode(), Loader=_TolerantLoader)
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise SettingsError(f"{source} cannot be read: {error}") from error
    if not isinstance(config, dict):
        raise SettingsError(f"{source} is not a list of settings: write 'site_name: …' and so on")
    options = dict(_plugin_options(config.get("plugins"), source))
    options.setdefault("site_url", config.get("site_url") or "")
    return with_defaults(options, str(config.get("site_name") or ""))


def with_defaults(options: Mapping[str, object], site_name: str) -> dict[str, object]:
    """The options, with the site's name standing in where organisation or languages are not set."""
    filled = dict(options)
    filled.setdefault("organisation", site_name)
    if not filled.get("languages"):
        filled["languages"] = {"en": {"site_name": site_name or "Archive"}}
    site_url = str(filled.get("site_url") or "")
    filled["site_url"] = site_url if site_url.endswith("/") or not site_url else site_url + "/"
    return filled


def _plugin_options(plugins: object, path: str) -> Mapping[str, object]:
    if isinstance(plugins, dict):
        entries = list(plugins.items())
    else:
        items = plugins if isinstance(plugins, list) else []
        entries = [pair for item in items if isinstance(item, dict) for pair in item.items()]
        entries += [(item, {}) for item in items if isinstance(item, str)]
    for name, options in entries:
        if name == PLUGIN:
            return options if isinstance(options, dict) else {}
    raise SettingsError(f"{path} does not list the plugin 'archive': add it under 'plugins:'")


def _mistake(detail: dict[str, Any]) -> str:
    place = ".".join(map(str, detail["loc"]))
    if detail["type"] == "extra_forbidden":
        near = difflib.get_close_matches(str(detail["loc"][-1]), Settings.model_fields, 1)
        hint = f", did you mean '{near[0]}'?" if near else ""
        return f"unknown setting '{place}'{hint}"
    return f"'{place}': {detail['msg']} (found {detail['input']!r})"


class _TolerantLoader(SafeLoader):  # type: ignore[misc, valid-type]  # C or Python
    """Reads mkdocs.yml past MkDocs' own tags (``!ENV``, ``!!python/name:…``), which we don't need."""


def _skip_tag(loader: Any, suffix: str, node: yaml.Node) -> str:  # noqa: ARG001  # PyYAML's signature
    return ""


_TolerantLoader.add_multi_constructor("!", _skip_tag)
_TolerantLoader.add_multi_constructor("tag:yaml.org,2002:python/", _skip_tag)
