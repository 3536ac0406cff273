"""The licence that a rights line names."""

from __future__ import annotations

import pytest

from generator.citing import licence_of

_ROOT = "https://creativecommons.org/"


@pytest.mark.parametrize(
    ("rights", "licence"),
    [
        ("© 2016 Harbour Watch, CC BY 4.0", f"{_ROOT}licenses/by/4.0/"),
        ("CC-BY-NC-SA-3.0", f"{_ROOT}licenses/by-nc-sa/3.0/"),
        ("Creative Commons BY-ND 2.5", f"{_ROOT}licenses/by-nd/2.5/"),
        ("النص متاح برخصة CC BY-SA 4.0", f"{_ROOT}licenses/by-sa/4.0/"),
        ("CC0", f"{_ROOT}publicdomain/zero/1.0/"),
        (f"see {_ROOT}licenses/by/4.0/deed.en.", f"{_ROOT}licenses/by/4.0/deed.en"),
        ("© 2016 dpa GmbH", ""),
        ("CC BY", ""),
        ("https://else.example/licenses/by/4.0/", ""),
        ("", ""),
    ],
)
def test_licence(rights: str, licence: str) -> None:
    assert licence_of(rights) == licence
