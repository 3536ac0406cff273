"""What a build remembers for the next one, in ``.archive/``: never needed, never trusted blindly.

A build that finds nothing here, or something that is broken or of another version, makes everything
and gives the same bytes.
"""

from generator.state.code import OF_IMPORT, of_code, of_files
from generator.state.fingerprint import fingerprint, marks_of_reports
from generator.state.keeping import load, save
from generator.state.lock import BuildLock
from generator.state.looking import Look, look_at
from generator.state.replacing import Replacement, finish_replacement, replace_site
from generator.state.texts import TextOnDisk, Texts
from generator.state.tree import Made, MadePart, Tree

__all__ = [
    "OF_IMPORT",
    "BuildLock",
    "Look",
    "Made",
    "MadePart",
    "Replacement",
    "TextOnDisk",
    "Texts",
    "Tree",
    "fingerprint",
    "finish_replacement",
    "load",
    "look_at",
    "marks_of_reports",
    "of_code",
    "of_files",
    "replace_site",
    "save",
]
