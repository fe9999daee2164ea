import pytest

from claims.records import Span
from claims.report.excerpt import Excerpt, cut_excerpt

TEXT = "One two three. Four five six seven. Eight."
SENTENCE = Span(15, 35)


@pytest.mark.parametrize(
    ("span", "room", "expected"),
    [
        (Span(20, 24), 100, Excerpt("Four ", "five", " six seven.")),
        (Span(15, 19), 100, Excerpt("", "Four", " five six seven.")),
        (Span(24, 27), 6, Excerpt("…five", " si", "x…")),
        (Span(28, 33), 7, Excerpt("…six", " seve", "n.")),
        (Span(8, 24), 100, Excerpt("", "three. Four five", " six seven.")),
        (Span(40, 99), 100, Excerpt("Four five six seven. Eigh", "t.", "")),
        (Span(-5, -1), 4, Excerpt("", "", "One…")),
    ],
)
def test_cut_excerpt(span, room, expected):
    assert cut_excerpt(TEXT, SENTENCE, span, room) == expected


def test_a_megabyte_of_sentence_is_clipped_around_the_span():
    text = f"{'word ' * 200_000}the 1999 Games {'more ' * 200_000}"
    start = text.index("1999 Games")
    cut = cut_excerpt(text, Span(0, len(text)), Span(start, start + 10), 50)
    assert cut.span == "1999 Games"
    assert cut.before.startswith("…word ")
    assert cut.before.endswith("the ")
    assert cut.after.endswith(" more…")
    assert len(cut.text) <= 112


def test_a_megabyte_without_a_space_is_clipped_too():
    text = "x" * 1_000_000
    cut = cut_excerpt(text, Span(0, len(text)), Span(500_000, 500_004), 50)
    assert (len(cut.before), cut.span, len(cut.after)) == (51, "xxxx", 51)


def test_the_middle_of_a_very_long_span_is_left_out():
    text = f"begin{'-' * 10_000}end"
    cut = cut_excerpt(text, Span(0, len(text)), Span(0, len(text)), 50)
    assert cut.span.startswith("begin---")
    assert " … " in cut.span
    assert cut.span.endswith("---end")
    assert len(cut.span) < 410
