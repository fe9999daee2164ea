"""Titles that are of another work: the novel of a film, a song, somebody else's book."""

from collections.abc import Callable

import pytest

from claims.judging.drop_echoes import drop_echoes
from claims.records import CheckedArticle, Verdict

Check = Callable[..., CheckedArticle]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ('The film "Jaws" was released in 1978.', True),
        ('"Jaws" was released in 1978 and won three Oscars.', True),
        ('Steven Spielberg\'s "Jaws", a film released in 1978, is long.', True),
        ('"Jaws" was released in 1978.', False),
        ('The song "Jaws" was released in 1978. There is a film, too.', False),
        ('The novel "Jaws" came out in 1978, the film later.', False),
        ('Anna Berg\'s "Jaws" came out in 1978, before the film.', False),
    ],
)
def test_the_year_of_a_title(check: Check, text: str, flagged: bool) -> None:
    found = check(text, "2019-03-02").findings
    assert any(f.verdict is Verdict.MISMATCH for f in found) is flagged


def test_what_is_right_of_a_book_is_not_wrong_of_its_film(check: Check) -> None:
    found = check(
        "The novel To Kill a Mockingbird appeared in 1960, and the film won Oscars.", "2019-03-02"
    ).findings
    assert {f.claim.predicate for f in found if f.verdict is Verdict.SUPPORTED} >= {"published"}
    assert not any(f.is_flag for f in found)
    assert drop_echoes(found) == found
