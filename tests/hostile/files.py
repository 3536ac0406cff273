"""Files that somebody made to break an import or a reader, or that broke on their way."""

from __future__ import annotations

import base64
import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.message import EmailMessage

from tests.importers.warcs import Crawl
from tests.pictures.drawn import jpeg, png

STORY = (
    "Dockers left the Old Quay on Friday after two cranes had failed in the night, and the port said"
    " that no ship would be unloaded before the cranes have been looked at by engineers."
)
EVIL = "zqxevil"
"""A word that is in what has to go: no article may have it."""


@dataclass(frozen=True)
class Hostile:
    """A hostile file.

    Attributes:
        name: of the file.
        what: what it is, for the table in the docs.
        make: its bytes.
        beside: files that come with it, by name.
    """

    name: str
    what: str
    make: Callable[[], bytes]
    beside: Mapping[str, Callable[[], bytes]] | None = None


def page(inner: str) -> bytes:
    return (
        "<!DOCTYPE html><html><head><meta charset='utf-8'><title>Dockers walk out</title></head>"
        f"<body><article><h1>Dockers walk out</h1><p>{STORY}</p>{inner}<p>{STORY} {STORY}</p>"
        "</article></body></html>"
    ).encode()


def scripts() -> bytes:
    return page(
        f"<script>{EVIL}()</script><p onclick='{EVIL}()'>A line that can be clicked, and that is long"
        f" enough.</p><p>See <a href='javascript:{EVIL}()'>this</a> and <a href='data:text/html,{EVIL}'>"
        f"that</a>.</p><iframe src='https://{EVIL}.example'></iframe><form action='/{EVIL}'><input></form>"
        f"<img src='https://{EVIL}.example/p.gif' width=1 height=1 alt='A pixel that counts'>"
        f"<svg onload='{EVIL}()'></svg><object data='{EVIL}.swf'></object>"
    )


def feed(head: str, title: str = "Dockers walk out") -> bytes:
    return (
        f"<?xml version='1.0'?>{head}<rss version='2.0'><channel><title>Feed</title><item>"
        f"<title>{title}</title><guid>1</guid><description>{STORY} {STORY}</description></item>"
        "</channel></rss>"
    ).encode()


def laughs() -> bytes:
    entities = "".join(f"<!ENTITY l{n + 1} '{f'&l{n};' * 10}'>" for n in range(9))
    return feed(f"<!DOCTYPE r [<!ENTITY l0 '{EVIL}'>{entities}]>", "Dockers walk out &l9;")


def outside() -> bytes:
    return feed("<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>", "Dockers walk out &x;")


def zipped(*members: tuple[str, bytes], packed: bool = True) -> bytes:
    file = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(file, "w", method) as whole:
        for name, content in members:
            whole.writestr(name, content)
    return file.getvalue()


def zip_in_zip() -> bytes:
    content = zipped(("a.txt", STORY.encode()))
    for _ in range(6):
        content = zipped(("inner.zip", content), packed=False)
    return content


def docx(document: bytes) -> bytes:
    types = b"<?xml version='1.0'?><Types/>"
    return zipped(("[Content_Types].xml", types), ("word/document.xml", document))


def mails_in_mails() -> bytes:
    message = EmailMessage()
    message.set_content("x")
    for _ in range(60):
        outer = EmailMessage()
        outer["From"], outer["To"], outer["Subject"] = "a@b.example", "c@d.example", "Fwd: x"
        outer.add_attachment(message)
        message = outer
    return bytes(message)


def mail(body: bytes) -> bytes:
    head = b"From: Watch <a@b.example>\nTo: c@d.example\nSubject: Dockers walk out\nMIME-Version: 1.0\n"
    return head + body


def loud_pdf() -> bytes:
    stream = zlib.compress(b"q " * 20_000_000)
    return (
        b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>"
        b"endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj 4 0 obj<<"
        b"/Filter/FlateDecode/Length %d>>stream\n%s\nendstream endobj\ntrailer<</Root 1 0 R>>"
        % (len(stream), stream)
    )


def crawl() -> bytes:
    return Crawl().add("https://h.example/a", page("")).bytes()


def gif_bomb() -> bytes:
    return b"GIF89a\xff\xff\xff\xff\x00\x00\x00," + bytes(8) + b"\x00\x02\x02L\x01\x00;"


def with_picture(name: str) -> bytes:
    return page(f"<img src='{name}' alt='Two cranes'>")


def data_uri(content: bytes) -> bytes:
    return with_picture(f"data:image/jpeg;base64,{base64.b64encode(content).decode()}")


def markdown(head: str) -> bytes:
    return f"---\n{head}\n---\n\n{STORY}\n".encode()


HOSTILE: tuple[Hostile, ...] = (
    Hostile("scripts.html", "scripts, handlers, `javascript:` links, frames, trackers", scripts),
    Hostile("deep.html", "5,000 elements in one another", lambda: page("<div>" * 5000)),
    Hostile(
        "crowd.html",
        "8,000 each of bylines, headlines and tables",
        lambda: page(
            "<div><h1>Dockers</h1><b class=author>A B</b><i class=date>1 May 2016</i></div>"
            "<table><tr><td>x</td></tr></table>" * 8000
        ),
    ),
    Hostile("comment.html", "a comment that never ends", lambda: page(f"<!-- {EVIL}")),
    Hostile("line.txt", "one line of 9 MB", lambda: b"word " * 1_900_000),
    Hostile("nul.txt", "NUL bytes in a text", lambda: b"Dockers\x00walk out\n\n" + STORY.encode()),
    Hostile(
        "controls.txt",
        "controls and marks of direction in the title",
        lambda: ("Dockers \u202ewalk\u202c \x1b[31mout\x07\n\n" + STORY + "\n\n" + STORY).encode(),
    ),
    Hostile(
        "path.txt",
        "a title that is a path",
        lambda: (f"../../../etc/passwd\n\n{STORY}\n\n{STORY}").encode(),
    ),
    Hostile(
        "yaml.txt",
        "a title that YAML would misread",
        lambda: (f"no: [*a, &b] --- {{x}} # 2016\n\n{STORY}\n\n{STORY}").encode(),
    ),
    Hostile(
        "charset.html",
        "a charset that is not the one declared",
        lambda: page("").replace(b"utf-8", b"utf-16"),
    ),
    Hostile(
        "alias.md",
        "front matter whose aliases make gigabytes",
        lambda: markdown("title: &a [x,x,x,x]\ntags: &b [*a,*a,*a]\nauthors: [*b,*b,*b]"),
    ),
    Hostile(
        "object.md",
        "front matter that would build an object",
        lambda: markdown(f"title: !!python/object/apply:os.system ['{EVIL}']"),
    ),
    Hostile("laughs.xml", "a feed whose entities make gigabytes (billion laughs)", laughs),
    Hostile("outside.xml", "a feed with an entity out of the machine's files", outside),
    Hostile("deep.json", "100,000 brackets", lambda: b'[{"title": "x", "text": ' + b"[" * 100_000),
    Hostile(
        "formula.csv",
        "a table with formulas",
        lambda: (f'title,text\n"=cmd|\' /C calc\'!A0","{STORY}"\n').encode(),
    ),
    Hostile("bomb.zip", "100 MB of nothing", lambda: zipped(("a.txt", bytes(100_000_000)))),
    Hostile(
        "slip.zip",
        "members whose names lead out",
        lambda: zipped(("../../../outside.txt", (STORY + "\n\n" + STORY).encode())),
    ),
    Hostile("nested.zip", "a ZIP in a ZIP in a ZIP, seven deep", zip_in_zip),
    Hostile("cut.zip", "a ZIP without its end", lambda: zipped(("a.txt", STORY.encode()))[:-30]),
    Hostile("bomb.docx", "a document that unpacks to 60 MB", lambda: docx(bytes(60_000_000))),
    Hostile(
        "entities.docx",
        "a document with entities of its own",
        lambda: docx(b"<!DOCTYPE w [<!ENTITY a 'b'>]><w:document>&a;</w:document>"),
    ),
    Hostile(
        "macro.doc",
        "an old document, such as macros come in",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    ),
    Hostile("cut.pdf", "a PDF without its end", lambda: b"%PDF-1.7\n1 0 obj<</Type/Catalog"),
    Hostile("loud.pdf", "a PDF with a page that unpacks to 40 MB", loud_pdf),
    Hostile("mails.eml", "mails in mails, sixty deep", mails_in_mails),
    Hostile(
        "scripts.mhtml",
        "a page saved in one file, with all of the first",
        lambda: b"From: <Saved by Blink>\nContent-Type: text/html; charset=utf-8\n\n" + scripts(),
    ),
    Hostile(
        "broken.eml",
        "a mail whose parts have no end",
        lambda: mail(
            b"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain; charset=nonsense\n\n"
            + STORY.encode()
            + b"\n\n"
            + STORY.encode()
        ),
    ),
    Hostile(
        "empty.eml",
        "a mail with nothing but a program",
        lambda: mail(
            b"Content-Type: application/x-msdownload; name=a.exe\nContent-Transfer-Encoding: base64\n\nTVqQ\n"
        ),
    ),
    Hostile("cut.warc.gz", "a web archive that is cut off", lambda: crawl()[:-40]),
    Hostile(
        "zeros.gz", "gzip of 200 MB of nothing", lambda: gzip.compress(bytes(200_000_000), mtime=0)
    ),
    Hostile(
        "svg.html",
        "an SVG drawing with a script as a picture",
        lambda: with_picture("svg_files/a.svg"),
        {"svg_files/a.svg": lambda: f"<svg><script>{EVIL}</script></svg>".encode()},
    ),
    Hostile(
        "masked.html",
        "a script that is called a picture",
        lambda: with_picture("masked_files/a.png"),
        {"masked_files/a.png": lambda: f"<script>{EVIL}</script>".encode()},
    ),
    Hostile(
        "pixels.html",
        "a picture of 4 billion pixels in 30 bytes",
        lambda: with_picture("pixels_files/a.gif"),
        {"pixels_files/a.gif": gif_bomb},
    ),
    Hostile(
        "cut.html",
        "a picture that is cut off",
        lambda: with_picture("cut_files/a.png"),
        {"cut_files/a.png": lambda: png()[:900]},
    ),
    Hostile(
        "gps.html",
        "a photo with its place and its owner",
        lambda: with_picture("gps_files/a.jpg"),
        {"gps_files/a.jpg": jpeg},
    ),
    Hostile("gps-inside.html", "the same in the page itself", lambda: data_uri(jpeg())),
    Hostile(
        "ask.html",
        "a page that asks for files of the machine",
        lambda: with_picture("../../../../../etc/passwd") + with_picture("file:///etc/passwd"),
    ),
    Hostile(
        "numbers.jsonl",
        "numbers that no text is",
        lambda: (json.dumps({"title": 1e308, "text": [float("inf")] * 3}) + "\n").encode(),
    ),
)
