"""Addresses and numbers of people: gone from any text, while names, handles and prices stay."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.mail.addresses import is_contact_line, without_addresses


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("write to ana.relleck@else.example.", "write to […]."),
        ("Ana Relleck <ana@else.example>, editor", "Ana Relleck […], editor"),
        ("ana@بريد.مثال هنا", "[…] هنا"),
        ("ana [at] else.example", "[…]"),
        ("ana (at) else [dot] example", "[…]"),
        ("https://x.example/u?e=ana%40else.example now", "[…] now"),
        ("call +999 55 123 456 or 0099955123456 now", "call […] or […] now"),
        ("@tellin_today said", "@tellin_today said"),
        ("11 @ 40 each", "11 @ 40 each"),
        ("in 2016-2017, 1,200,000 people", "in 2016-2017, 1,200,000 people"),
        ("+10 degrees", "+10 degrees"),
    ],
)
def test_addresses_go_and_nothing_else(text: str, left: str) -> None:
    assert without_addresses(text) == left


@given(
    st.from_regex(
        r"[a-z][a-z0-9._+-]{0,20}@[a-z][a-z0-9-]{0,15}(\.[a-z]{2,9}){1,3}", fullmatch=True
    ),
    st.text(max_size=60),
    st.text(max_size=60),
)
def test_no_address_stays_in_any_text(address: str, before: str, after: str) -> None:
    left = without_addresses(f"{before} {address} {after}")
    assert address not in left


@pytest.mark.parametrize(
    "line", ["a" * 4_000_000, "a@" * 2_000_000, "+1 " * 1_000_000, "(at)" * 900_000]
)
def test_hostile_lines_take_no_time(line: str) -> None:
    start = time.perf_counter()
    without_addresses(line)
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize(
    "line",
    ["Tel: +999 55 123456", "Contact: ana@else.example", "ana@else.example", "هاتف: 0055 123 4567"],
)
def test_contact_lines(line: str) -> None:
    assert is_contact_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "The ministry said that contact with the convoy had been lost on Sunday.",
        "Email: how a leak was found",
        "اتصل الوزير بنظيره",
    ],
)
def test_lines_of_a_report_are_no_contact_lines(line: str) -> None:
    assert not is_contact_line(line)
