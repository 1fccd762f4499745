"""A page as it is kept: its headers, and its body in each of the forms that a browser may ask for."""

import gzip
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

import brotli
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

from search.changelog.position import Position

# A page is compressed once and sent many times. Beyond this level brotli takes ten times as long for one percent.
BROTLI_QUALITY = 9
# Below it a compressed page needs as many packets as a plain one.
WORTH_COMPRESSING = 200
# These are made anew with each answer, or by whoever sends it.
NOT_KEPT = {"content-length", "content-encoding", "etag", "date", "server-timing"}
# Browsers ask each time whether it is still the same. What stands in front of the site may do as it is told.
CACHE_CONTROL = "public, max-age=0, must-revalidate"


@dataclass(frozen=True, slots=True)
class Entry:
    """A page. `position`: the newest change that it can show; `ends_at`: when something on it changes by the clock."""

    position: Position
    ends_at: datetime
    headers: tuple[tuple[str, str], ...]
    etag: str
    bodies: dict[str, bytes]

    @classmethod
    def of(cls, response: HttpResponse, position: Position, ends_at: datetime) -> "Entry":
        """Keep what a view answered."""
        patch_vary_headers(response, ("Accept-Encoding", "Cookie"))
        response.headers["Cache-Control"] = CACHE_CONTROL
        headers = tuple((name, value) for name, value in response.headers.items() if name.lower() not in NOT_KEPT)
        plain = response.content
        bodies = {"": plain}
        if len(plain) >= WORTH_COMPRESSING:
            bodies["br"] = brotli.compress(plain, mode=brotli.MODE_TEXT, quality=BROTLI_QUALITY)
            # Without a time in it, the same page has the same bytes.
            bodies["gzip"] = gzip.compress(plain, mtime=0)
        return cls(position, ends_at, headers, f'W/"{sha256(plain).hexdigest()[:32]}"', bodies)

    @property
    def size(self) -> int:
        """How many bytes its bodies take."""
        return sum(map(len, self.bodies.values()))

    def holds(self, position: Position, now: datetime) -> bool:
        """Whether it still says what a page made now would say."""
        return self.position == position and now < self.ends_at

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The page, or that the browser has it already."""
        if self._is_known(request.META.get("HTTP_IF_NONE_MATCH", "")):
            response: HttpResponse = HttpResponseNotModified()
            response.headers.pop("Content-Type", None)
            kept = dict(self.headers)
            for name in ("Cache-Control", "Vary", "Content-Location"):
                if name in kept:
                    response.headers[name] = kept[name]
        else:
            encoding = self._encoding(request.META.get("HTTP_ACCEPT_ENCODING", ""))
            response = HttpResponse(self.bodies[encoding])
            for name, value in self.headers:
                response.headers[name] = value
            if encoding:
                response.headers["Content-Encoding"] = encoding
            response.headers["Content-Length"] = str(len(self.bodies[encoding]))
        response.headers["ETag"] = self.etag
        return response

    def _is_known(self, asked: str) -> bool:
        if not asked:
            return False
        known = {tag.removeprefix("W/") for tag in parse_etags(asked)}
        return "*" in known or self.etag.removeprefix("W/") in known

    def _encoding(self, accepted: str) -> str:
        """The smallest form that the browser takes."""
        takes = dict(map(_weighed, accepted.lower().split(",")))
        return next((name for name in ("br", "gzip") if name in self.bodies and takes.get(name, 0.0) > 0), "")


def _weighed(part: str) -> tuple[str, float]:
    """One form of `Accept-Encoding` with how much it is wanted; 0 for not at all."""
    name, _, weight = part.partition(";")
    try:
        return name.strip(), float(weight.partition("=")[2]) if weight.strip() else 1.0
    except ValueError:
        return name.strip(), 0.0
