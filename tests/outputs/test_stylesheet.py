"""The stylesheet says the same in fewer bytes."""

from __future__ import annotations

from importlib import resources

from generator.outputs.stylesheet import compact

CSS = """\
/* A comment: with { signs; } */
.a,
.b > .c {
  color: red;
  content: " · ";  /* kept as it is */
}

@media (min-width: 60em) {
  .d:is(.e, .f)
  .g {
    margin: 0 auto;
  }
}
"""


def test_rules_stay_and_comments_go() -> None:
    assert compact(CSS) == (
        '.a,.b > .c {color: red;content: " · ";}\n'
        "@media (min-width: 60em) {.d:is(.e, .f)\n.g {margin: 0 auto;}}\n"
    )


def test_every_part_is_closed() -> None:
    for part in sorted((resources.files("generator") / "styles").iterdir(), key=lambda p: p.name):
        small = compact(part.read_text("utf-8"))
        assert small.count("{") == small.count("}") > 0, part.name
        assert "/*" not in small
