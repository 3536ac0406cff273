"""The shipped sample archive as a site on loopback: where its pages stand, how it is served."""

from __future__ import annotations

import functools
import http.server
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
_OF_THE_ARCHIVE = ("mkdocs.yml", "vocabulary.yml", "docs", "articles")

WARNING = "reports/2016/market-street-hit-in-airstrike-on-tel-sarwan/"
INFERRED = "reports/2019/coast-guard-halts-nuwar-ferry-after-collision/"
TRANSLATED = "reports/2019/water-lines-cut-in-deir-ashqal/"
TABLE = "reports/2014/landmines-on-the-wadi-kharzal-road/"
ARABIC = "ar/reports/2015/دير-أشقل-بعد-مئة-يوم-من-الحصار/"
ARABIC_WATER = "ar/reports/2019/قطع-خطوط-المياه-عن-دير-أشقل/"

PAGES = {
    "home": "",
    "about": "about/",
    "manual": "editors/",
    "report with warning": WARNING,
    "report with correction and table": TABLE,
    "report of one of several days": INFERRED,
    "report with translation": TRANSLATED,
    "tombstone": "reports/2020/reporters-held-overnight-at-marsa-tellin-harbour/",
    "browse": "browse/",
    "year": "browse/2019/",
    "month": "browse/2019/05/",
    "undated": "browse/undated/",
    "tags": "tags/",
    "kind of tags": "tags/kind_theme/",
    "tag": "tags/qalvara/",
    "tag, second page": "tags/qalvara/page-2/",
    "map": "map/",
    "sources": "sources/",
    "source": "sources/qalvara-rights-observatory/",
    "authors": "authors/",
    "author": "authors/huda-tellini/",
    "languages": "languages/",
    "language": "languages/ar/",
    "corrections": "corrections/",
    "data": "data/",
    "search": "search/",
    "search with results": "search/?q=ferry",
    "search without results": "search/?q=zeppelin",
    "not found": "404.html",
    "Arabic home": "ar/",
    "Arabic about": "ar/about/",
    "Arabic manual": "ar/editors/",
    "Arabic report": ARABIC,
    "Arabic report with withheld original": "ar/reports/2018/عائلات-محتجزين-تطلب-جوابا-مكتوبا/",
    "Arabic report with headings": "ar/reports/2022/الانتخابات-البلدية-في-تل-سروان/",
    "Arabic report with translation": ARABIC_WATER,
    "Arabic undated report": "ar/reports/undated/صيادو-نوار-يروون-ليلة-انقلاب-القارب/",
    "Arabic browse": "ar/browse/",
    "Arabic year": "ar/browse/2019/",
    "Arabic month": "ar/browse/2019/05/",
    "Arabic undated": "ar/browse/undated/",
    "Arabic tags": "ar/tags/",
    "Arabic kind of tags": "ar/tags/kind_place/",
    "Arabic map": "ar/map/",
    "Arabic tag": "ar/tags/deir-ashqal/",
    "Arabic tag, second page": "ar/tags/qalvara/page-2/",
    "Arabic authors": "ar/authors/",
    "Arabic author": "ar/authors/huda-tellini/",
    "Arabic languages": "ar/languages/",
    "Arabic language": "ar/languages/en/",
    "Arabic corrections": "ar/corrections/",
    "Arabic data": "ar/data/",
    "Arabic search": "ar/search/",
    "Arabic search with results": "ar/search/?q=بالحصار",
}
"""Every page type in both languages, by address below the site's root."""


def build(folder: Path) -> Path:
    """Copy the archive, without what waits in its inbox, and build its site as an editor would."""
    archive = folder / "archive"
    archive.mkdir()
    for name in _OF_THE_ARCHIVE:
        source = PROJECT / name
        (shutil.copytree if source.is_dir() else shutil.copy2)(source, archive / name)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    run = subprocess.run(command, cwd=archive, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return archive / "site"


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Plain files, and the site's own page where there is none, as web servers are told to."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404:
            super().send_error(code, message, explain)
            return
        page = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:  # its name there
        pass


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The site on a free port of this machine: its root, with a slash at its end."""
    handler = functools.partial(_Handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()
