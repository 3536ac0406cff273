"""Interface words: one YAML file per language, read once; adding a language is adding a file."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

import yaml
from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal
from frontmatter.default_handlers import SafeLoader

from generator.dates import ArchiveDate, in_words
from generator.dates.words import day_in_words, month_in_words, month_name
from generator.errors import SettingsError

FALLBACK = "en"


class Catalogue:
    """The words of one interface language.

    A word is a text with ``{places}`` to fill in, or a mapping from plural category (CLDR: zero,
    one, two, few, many, other) to such texts. What a language lacks is said in English.
    """

    def __init__(self, language: str, date_locale: str = "") -> None:
        """Read the words of ``language``.

        Raises:
            SettingsError: there is no catalogue for it.
        """
        self.language = language
        self._date_locale = date_locale or language
        self._words = {**read_words(FALLBACK), **read_words(language)}
        self._locale = _locale(language)

    def __call__(self, key: str, **values: object) -> str:
        """The words for ``key``, filled in; ``count`` chooses the plural form.

        Raises:
            KeyError: no language has the key.
        """
        word = self._words[key]
        if isinstance(word, Mapping):
            count = values["count"]
            form = self._locale.plural_form(count) if isinstance(count, int) else "other"
            word = word.get(form, word["other"])
            values = {**values, "count": _decimal(str(count), self.language)}
        return word.format(**values)

    def number(self, value: int) -> str:
        """A whole number, its thousands parted as the language does."""
        return _decimal(str(value), self.language)

    def date(self, value: ArchiveDate) -> str:
        """A date in words, with its uncertainty."""
        return in_words(value, self._date_locale, self)

    def day(self, value: datetime.date) -> str:
        """A day in words."""
        return day_in_words(value, self._date_locale)

    def month(self, year: int, month: int) -> str:
        """A month with its year."""
        return month_in_words(year, month, self._date_locale)

    def month_name(self, month: int) -> str:
        """A month without its year."""
        return month_name(month, self._date_locale)

    def month_short(self, month: int) -> str:
        """A month without its year, short enough for a calendar."""
        return month_name(month, self._date_locale, "LLL")

    def kind(self, kind: str) -> str:
        """The name of a kind of tag; kinds of the organisation's own stand as they are."""
        key = f"kind.{kind}"
        return self(key) if key in self._words else kind.capitalize()

    def withheld(self, reason: str) -> str:
        """Why an original is not public: the import's own reasons in words, an editor's as it is."""
        key = f"withheld.{reason}"
        return self(key) if key in self._words else reason

    def language_name(self, tag: str) -> str:
        """The name of a language, in this one."""
        return _language_name(tag, self.language)


@lru_cache(maxsize=1024)
def _language_name(tag: str, language: str) -> str:
    locale = _locale(language)
    try:
        return Locale.parse(tag.replace("-", "_")).get_display_name(locale) or tag
    except (ValueError, UnknownLocaleError):  # CLDR names more languages than it describes
        return str(locale.languages.get(tag.partition("-")[0], tag))


@lru_cache(maxsize=4096)
def _decimal(number: str, language: str) -> str:
    """A number with the digits and separators of a language; Babel takes long for it."""
    return str(format_decimal(number, locale=_locale(language)))


@lru_cache(maxsize=64)
def _locale(language: str) -> Locale:
    return Locale.parse(language.replace("-", "_"))


def available() -> tuple[str, ...]:
    """The languages that have a catalogue."""
    files = resources.files(__package__).iterdir()
    return tuple(sorted(file.name[:-4] for file in files if file.name.endswith(".yml")))


@lru_cache(maxsize=32)
def read_words(language: str) -> Mapping[str, str | Mapping[str, str]]:
    """The words of one language as written.

    Raises:
        SettingsError: there is no catalogue for it.
    """
    file = resources.files(__package__) / f"{language}.yml"
    if not file.is_file():
        raise SettingsError(
            f"no interface words for language '{language}': there are {', '.join(available())}; "
            f"add generator/catalogue/{language}.yml"
        )
    words = yaml.load(file.read_text("utf-8"), Loader=SafeLoader)
    return {str(key): word for key, word in words.items()}
