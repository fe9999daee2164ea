import pytest

from claims.records import Span
from claims.report.surrounding import surrounding
from report_sample import find

TEXT = "The ferry is full. The bridge is late. Nobody waits.\n\nThe town sleeps."


@pytest.mark.parametrize(
    ("sentence", "before", "after"),
    [
        ("The ferry is full.", "", "The bridge is late."),
        ("The bridge is late.", "The ferry is full.", "Nobody waits."),
        ("Nobody waits.", "The bridge is late.", "The town sleeps."),
        ("The town sleeps.", "Nobody waits.", ""),
    ],
)
def test_surrounding(sentence, before, after):
    assert surrounding(TEXT, find(TEXT, sentence)) == (before, after)


@pytest.mark.timeout(10)
def test_long_neighbours_are_clipped():
    long = f"Once {'there was a road ' * 60_000}to the sea."
    text = f"{long} It ends here. {long}"
    before, after = surrounding(text, find(text, "It ends here."))
    assert before.startswith("…")
    assert before.endswith("to the sea.")
    assert after.startswith("Once there was")
    assert after.endswith("…")
    assert max(len(before), len(after)) < 300


@pytest.mark.parametrize("sentence", [Span(-9, -3), Span(500, 900), Span(0, 0)])
def test_offsets_beyond_the_text_do_no_harm(sentence):
    assert all(isinstance(words, str) for words in surrounding(TEXT, sentence))
