from time import perf_counter

import pytest

from claims.extracting.sentences import LONGEST_SENTENCE, split_sentences
from claims.store.read_vocabulary import read_vocabulary
from hard_sentences import ROWS


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in split_sentences(text)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:30])
def test_hard_boundaries(row: tuple[str, ...]) -> None:
    assert texts(" ".join(row)) == list(row)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A headline\nThe text begins.", ["A headline", "The text begins."]),
        ("A headline\r\n\r\nThe text begins.", ["A headline", "The text begins."]),
        ("The vote passed.The crowd cheered.", ["The vote passed.", "The crowd cheered."]),
        ("“It is over.”The crowd cheered.", ["“It is over.”", "The crowd cheered."]),
        ('He ran in 1998."So I stood," he said.', ["He ran in 1998.", '"So I stood," he said.']),
        ('"I ran in Ohio."The crowd cheered.', ['"I ran in Ohio."', "The crowd cheered."]),
        ("He ran in Ohio.“So I stood,” he said.", ["He ran in Ohio.", "“So I stood,” he said."]),
        ("It opened at 10 a.m. Tongan time. He came.", ["It opened at 10 a.m. Tongan time.", "He came."]),
        ("It said reports.Moscow denied it.", ["It said reports.", "Moscow denied it."]),
        ("See www.harbour.Com and pic.Twitter.com.", ["See www.harbour.Com and pic.Twitter.com."]),
        ("Rain fell.  Rivers rose.\tRoads closed.", ["Rain fell.", "Rivers rose.", "Roads closed."]),
        ("• Bread rose.\n• Milk fell.", ["• Bread rose.", "• Milk fell."]),
        ("See node.JS and Example.Com today.", ["See node.JS and Example.Com today."]),
        ("  \n\n", []),
        ("", []),
        ("...", ["..."]),
        ("?!", ["?!"]),
    ],
)
def test_lines_and_noise(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


WRAPPED = """The harbour of the town was closed on Monday after a
storm tore the roof off the old customs house, said
Mayor Anna Lind. Nobody was hurt, and the ferries to the
islands will sail again on Wednesday.
It was the third storm of the year."""


def test_a_paragraph_wrapped_at_a_fixed_width_is_joined() -> None:
    found = texts(WRAPPED)
    assert [len(t.splitlines()) for t in found] == [3, 2, 1]
    assert found[0].endswith("Mayor Anna Lind.")


def test_headlines_and_lists_are_not_joined() -> None:
    lines = [
        "Storm tears the roof off the old customs house",
        "Ferries sail again after a week in the harbour",
        "Weather",
    ]
    assert texts("\n".join(lines)) == lines


@pytest.mark.parametrize(
    "text", [*(" ".join(row) for row in ROWS), WRAPPED, "\n".join(" ".join(r) for r in ROWS)]
)
def test_spans_lie_in_the_text_and_cover_it(text: str) -> None:
    found = split_sentences(text)
    assert all(s.span.of(text) == s.text for s in found)
    assert [s.index for s in found] == list(range(len(found)))
    assert "".join("".join(s.text for s in found).split()) == "".join(text.split())


def test_an_endless_sentence_is_cut_between_words() -> None:
    found = texts("names, " * 2_000)
    assert max(map(len, found)) <= LONGEST_SENTENCE
    assert all(t.endswith(",") for t in found)


@pytest.mark.parametrize(
    "unit",
    [".", "a", "a.", "A. ", "?!", "“", ")", ". ”", "\n", " ", "Mr. ", "word ", "He left. ", "[1]", ".]"],
)
def test_work_grows_with_length(unit: str) -> None:
    def seconds(times: int) -> float:
        start = perf_counter()
        split_sentences(unit * times)
        return perf_counter() - start

    seconds(1_000)
    assert seconds(100_000 // len(unit)) < 3, "a hundred thousand characters take well under a second"


@pytest.mark.parametrize(
    ("table", "kinds"),
    [
        (
            "abbreviations",
            {"title", "number", "month", "company", "street", "suffix", "state", "time", "inner"},
        ),
        ("sentence_openers", {"function", "noun"}),
    ],
)
def test_word_lists_have_known_kinds_and_no_word_twice(table: str, kinds: set[str]) -> None:
    rows = read_vocabulary(table)
    words = [word for _, word in rows]
    assert {kind for kind, _ in rows} == kinds
    assert len(words) == len(set(words))
    assert not any(word.endswith(".") or word != word.strip() for word in words)
