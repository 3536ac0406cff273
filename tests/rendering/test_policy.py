"""What a page may run."""

from __future__ import annotations

import base64
import hashlib

from generator.rendering.policy import inline_hashes, with_policy

PAGE = """<head>
<meta charset="utf-8">
<script src="own.js"></script><script>first()</script>
<script type="application/json">{"data": 1}</script>
</head><body><script>second()
</script><script>first()</script></body>"""


def test_scripts_in_the_page_are_named_by_their_hash() -> None:
    first = base64.b64encode(hashlib.sha256(b"first()").digest()).decode()
    hashes = inline_hashes(PAGE)
    assert hashes[0] == f"sha256-{first}"
    assert len(hashes) == 3
    policy = with_policy(PAGE)
    assert policy.count(f"'sha256-{first}'") == 1
    assert "'unsafe-inline'" not in policy.partition("script-src")[2].partition(";")[0]


def test_the_policy_stands_before_what_it_rules() -> None:
    page = with_policy(PAGE)
    assert page.index("Content-Security-Policy") < page.index("<script")
    assert page.count("Content-Security-Policy") == 1
