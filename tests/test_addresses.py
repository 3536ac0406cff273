"""The short way to a permalink ends where the standard's own way does."""

from __future__ import annotations

from urllib.parse import quote, urljoin

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.addresses import permalink
from generator.settings import validate_settings

_SAFE = "/-._~!$&'()*+,;=:@"
SITES = (
    "",
    "https://bench.example/",
    "https://bench.example/a/b/",
    "https://bench.example/a//../b/",
)


@pytest.mark.parametrize("site", SITES)
@given(address=st.text("ab./:;?#%& ~@أ-", max_size=12))
@example(address="reports/2016/أب-1/")
@example(address="")
@example(address="a/../b/")
@example(address="a//b/")
@example(address="/a/")
@example(address="a:b/")
@example(address="a;/")
@example(address="feed.xml")
def test_permalinks_are_joined_as_rfc_3986_has_it(site: str, address: str) -> None:
    settings = validate_settings({"languages": {"en": {"site_name": "A"}}, "site_url": site})
    joined = urljoin(settings.site_url or "/", quote(address, safe=_SAFE))
    assert permalink(address, settings) == joined
