"""Documents of word processors, which are ZIP files of XML: what is safe to read, and what they say.

package       the ZIP: limits before anything is unpacked, XML that is plain XML
docx, odt     the document as HTML, and its properties
hidden        pictures of which a document shows a part
properties    title, people and days of a document's properties, as far as they can be believed
"""

from generator.office.docx import docx_as_html
from generator.office.odt import odt_as_html
from generator.office.package import Kind, kind_of, picture_in
from generator.office.properties import WITHHELD, Document, Properties, candidates

__all__ = [
    "WITHHELD",
    "Document",
    "Kind",
    "Properties",
    "candidates",
    "docx_as_html",
    "kind_of",
    "odt_as_html",
    "picture_in",
]
