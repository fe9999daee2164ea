"""What of a flagged span is marked: the words that a correction would change."""

from dataclasses import replace

import pytest

from claims.records import Repair, Span
from claims.report.mark_parts import bracketed, mark_parts
from report_sample import bridge

FLAG = next(finding for finding in bridge().findings if finding.is_flag)
SHOWN = "Ada Roe won the prize in 1925"
START = 100
SPAN = Span(START, START + len(SHOWN))


def flag(*spans):
    repairs = tuple(Repair(Span(START + s, START + e), "other words", ()) for s, e in spans)
    return replace(FLAG, span=SPAN, repairs=repairs)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(25, 29), (0, 7)], "[Ada Roe] won the prize in [1925]"),
        ([(25, 29)], "Ada Roe won the prize in [1925]"),
        ([(0, 7), (4, 11), (0, 7)], "[Ada Roe won] the prize in 1925"),
        ([(0, 3), (4, 7)], "[Ada Roe] won the prize in 1925"),
        ([(0, 29)], f"[{SHOWN}]"),
        ([], f"[{SHOWN}]"),
        ([(7, 7)], f"[{SHOWN}]"),
        ([(25, 29), (-5, 3)], f"[{SHOWN}]"),
    ],
)
def test_only_what_a_repair_would_change_is_marked(spans, expected):
    assert bracketed(flag(*spans), SHOWN) == expected


def test_the_pieces_join_to_what_is_shown_and_one_is_marked():
    for shown in (SHOWN, "Ada Roe … 1925"):
        pieces = mark_parts(flag((25, 29)), shown)
        assert "".join(piece.text for piece in pieces) == shown
        assert any(piece.slot for piece in pieces)
