"""Pages kept between runs do not fill the disk."""

import os
from pathlib import Path

from claims.reading.fetching.keep_pages import KeptPage, PageKeeper

BODY = bytes(range(256)) * 8


def page(address: str) -> KeptPage:
    return KeptPage(address, '"v1"', "", "text/html", BODY + address.encode())


def keeper(folder: Path) -> PageKeeper:
    """Five pages, the first kept longest ago, and a draft that a run left behind."""
    kept = PageKeeper(folder)
    for number in range(5):
        kept.keep(f"u{number}", page(f"u{number}"))
        for path in folder.rglob("*.gz"):
            if path.stat().st_mtime > 1_000_000:
                os.utime(path, (number, number))
    (folder / "aa.gz.1.part").write_bytes(b"x")
    return kept


def left(kept: PageKeeper) -> list[str]:
    return [f"u{number}" for number in range(5) if kept.find(f"u{number}")]


def test_what_was_not_asked_for_longest_goes_first(tmp_path: Path) -> None:
    kept = keeper(tmp_path)
    size = max(path.stat().st_size for path in tmp_path.rglob("*.gz"))
    assert kept.find("u0") == page("u0")  # so that u1 is the one not asked for longest
    kept.trim(2 * size)
    assert left(kept) == ["u0", "u4"]
    assert list(tmp_path.rglob("*.part")) == []


def test_all_is_kept_below_the_limit_and_nothing_at_0(tmp_path: Path) -> None:
    kept = keeper(tmp_path)
    kept.trim(1_000_000)
    assert len(left(kept)) == 5
    kept.trim(0)
    assert left(kept) == []
    PageKeeper(None).trim(0)
