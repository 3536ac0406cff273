"""What Pagefind's index needs of CBOR (RFC 8949): whole numbers, texts, and arrays of them."""

from __future__ import annotations

_ONE_BYTE, _TWO_BYTES, _FOUR_BYTES, _EIGHT_BYTES = 24, 25, 26, 27
_UNSIGNED, _NEGATIVE, _TEXT, _ARRAY = 0, 1, 3, 4

Value = int | str | list["Value"]


def number(value: int) -> bytes:
    """A whole number."""
    return _head(_UNSIGNED, value) if value >= 0 else _head(_NEGATIVE, -1 - value)


def text(value: str) -> bytes:
    """A text."""
    encoded = value.encode()
    return _head(_TEXT, len(encoded)) + encoded


def array(length: int) -> bytes:
    """What stands before the items of an array with so many of them."""
    return _head(_ARRAY, length)


def decoded(data: bytes) -> Value:
    """The value that these bytes stand for.

    Raises:
        ValueError: they stand for something else than numbers, texts and arrays of a given length.
    """
    value, _ = value_at(data, 0)
    return value


def _head(kind: int, value: int) -> bytes:
    first = kind << 5
    if value < _ONE_BYTE:
        return bytes((first | value,))
    if value < 1 << 8:
        return bytes((first | _ONE_BYTE, value))
    if value < 1 << 16:
        return bytes((first | _TWO_BYTES,)) + value.to_bytes(2)
    if value < 1 << 32:
        return bytes((first | _FOUR_BYTES,)) + value.to_bytes(4)
    return bytes((first | _EIGHT_BYTES,)) + value.to_bytes(8)


def length_at(data: bytes, place: int) -> tuple[int, int]:
    """The number, or the length of the text or array, at a place; and where what follows begins."""
    value = data[place] & 31
    place += 1
    if value < _ONE_BYTE:
        return value, place
    if value > _EIGHT_BYTES:
        raise ValueError(f"no length at byte {place - 1}")
    size = 1 << value - _ONE_BYTE
    return int.from_bytes(data[place : place + size]), place + size


def value_at(data: bytes, place: int) -> tuple[Value, int]:
    """The value that begins at a place, and where the next one begins."""
    kind = data[place] >> 5
    value, after = length_at(data, place)
    if kind == _UNSIGNED:
        return value, after
    if kind == _NEGATIVE:
        return -1 - value, after
    if kind == _TEXT:
        return data[after : after + value].decode(), after + value
    if kind != _ARRAY:
        raise ValueError(f"neither a number, nor a text, nor an array at byte {place}")
    items: list[Value] = []
    for _ in range(value):
        item, after = value_at(data, after)
        items.append(item)
    return items, after
