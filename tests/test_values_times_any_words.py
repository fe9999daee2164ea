"""Whatever words of the grammar stand together, the result is well formed."""

from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.values.times import read_times
from claims.values.times.engine import grammar

MARKS = (",", "-", "/", "'", "(", ".", "'s", "$")
FIGURES = (
    "1",
    "5",
    "31",
    "45",
    "100",
    "0",
    "1066",
    "2018",
    "9999",
    "12345",
    "20161016",
    "1990s",
    "80s",
    "3rd",
    "2.5",
)
DATES = ("2018-05-03", "30.12.2022", "3/11/2004", "12/5", "9/11", "7pm", "10:30", "2018-13-45", "99.99.9999")
WORDS = st.sampled_from([*sorted(grammar().known), *MARKS, *FIGURES, *DATES])
CASES = st.sampled_from((str.lower, str.title, str.upper))
DAYS = st.sampled_from([None, date(2022, 12, 30), date(2020, 2, 29), date.min, date.max])


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(WORDS, CASES), max_size=14), DAYS)
def test_spans_are_in_order_and_intervals_run_forwards(
    words: list[tuple[str, object]], reference: date | None
) -> None:
    text = " ".join(case(word) for word, case in words)
    times, durations = read_times(text, reference, offset=7)
    spans = sorted(m.span for m in (*times, *durations))
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(
        m.span.start >= 7 and text[m.span.start - 7 : m.span.end - 7] == m.text for m in (*times, *durations)
    )
    assert all(bool(m.readings) != (m.unresolved is not None) for m in times)
    assert all(r.start is None or r.end is None or r.start <= r.end for m in times for r in m.readings)
    assert all(d.days > 0 for d in durations)
