"""A built site on a port of this machine, its texts compressed, as hosts send them."""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

_TEXTS = (".html", ".js", ".css", ".json", ".svg", ".xml", ".txt")


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # its name there
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self._answer(HTTPStatus.NOT_FOUND, b"", "text/plain")
        elif file.suffix in _TEXTS:
            packed = gzip.compress(file.read_bytes(), 6)
            self._answer(HTTPStatus.OK, packed, self.guess_type(str(file)), "gzip")
        else:
            self._answer(HTTPStatus.OK, file.read_bytes(), self.guess_type(str(file)))

    def _answer(self, status: HTTPStatus, content: bytes, kind: str, encoding: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # its name there
        pass


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of the site's root, with a slash at its end."""
    handler = functools.partial(_Handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()
