"""The body: what remains of the lines, as Markdown that shows the text to the letter."""

from __future__ import annotations

from generator.escaping import as_markdown
from generator.inference.reading import Reading


def body_of(reading: Reading) -> str:
    """The open lines as Markdown paragraphs; blocks and a Markdown draft keep their own."""
    draft, dropped = reading.draft, reading.consumed
    if draft.blocks:
        kept = (block for number, block in enumerate(draft.blocks) if number not in dropped)
        return "\n\n".join(block.markdown for block in kept if block.markdown)
    if draft.is_markdown:
        lines = [line for number, line in enumerate(reading.lines) if number not in dropped]
        return "\n".join(lines).strip("\n")
    return "\n\n".join(as_markdown(reading.lines[number]) for number in reading.open)
