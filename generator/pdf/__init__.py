"""PDF files with a text layer: their text as paragraphs, without running heads, and their pictures.

extracting    runs pypdf in a process of its own, with limits of time and memory
child         that process: pages → lines with their places
order         the pieces of a line in reading order, Arabic too
paragraphs    lines → paragraphs; hyphens mended, running heads and page numbers dropped
"""

from generator.pdf.extracting import Extracted, Object, extract, pictures_in
from generator.pdf.paragraphs import Mended, mended

__all__ = ["Extracted", "Mended", "Object", "extract", "mended", "pictures_in"]
