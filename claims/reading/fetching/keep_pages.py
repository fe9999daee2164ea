"""Pages kept between runs, so that a server need not send again what has not changed."""

import gzip
import json
import os
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG

_TEMPORARY = ".part"


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A response as it was kept: where it came from at last, what tells whether it changed, and its body."""

    url: str
    etag: str
    last_modified: str
    media_type: str
    body: bytes

    @property
    def conditions(self) -> dict[str, str]:
        """The headers that ask for the page only if it has changed."""
        stated = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in stated.items() if value}


class PageKeeper:
    """A folder with a file for each address that was fetched; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def find(self, address: str) -> KeptPage | None:
        """The page kept for the address; None where there is none, or it is damaged."""
        if self._folder is None:
            return None
        try:
            with gzip.open(self._path(address)) as file:
                stated = json.loads(file.readline())
                page = KeptPage(**{**stated["page"], "body": file.read()})
            os.utime(self._path(address))  # asked for now: what was not asked for longest goes first
            return page if sha256(page.body).hexdigest() == stated["sha256"] else None
        except (OSError, EOFError, zlib.error, ValueError, KeyError, TypeError):
            return None

    def keep(self, address: str, page: KeptPage) -> None:
        """Keep the page, in whole or not at all. A full disk is no error: the next run fetches it again."""
        if self._folder is None or not page.conditions:
            return
        path = self._path(address)
        draft = path.with_name(f"{path.name}.{os.getpid()}{_TEMPORARY}")
        stated = {
            "page": {k: v for k, v in asdict(page).items() if k != "body"},
            "sha256": sha256(page.body).hexdigest(),
        }
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(gzip.compress(json.dumps(stated).encode() + b"\n" + page.body, 6, mtime=0))
            draft.replace(path)
        except OSError:
            with suppress(OSError):
                draft.unlink()

    def trim(self, most: int) -> None:
        """Remove the pages that were not asked for longest, until no more than so many bytes are kept."""
        if self._folder is None:
            return
        total = 0
        for _used, size, path in sorted(_sizes(self._folder), reverse=True):
            total += size
            if total > most or path.suffix == _TEMPORARY:  # or left by a run that was cut off
                with suppress(OSError):
                    path.unlink()

    def _path(self, address: str) -> Path:
        name = sha256(address.encode("utf-8", "surrogatepass")).hexdigest()
        assert self._folder is not None
        return self._folder / name[:2] / f"{name}.gz"


def _sizes(folder: Path) -> Iterator[tuple[float, int, Path]]:
    """When each file was used last, its bytes, and its path."""
    for path in folder.rglob("*"):
        with suppress(OSError):
            status = path.stat()
            if S_ISREG(status.st_mode):
                yield status.st_mtime, status.st_size, path
