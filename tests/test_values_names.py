import pytest

from claims.values.names import name_key, parts_names, tokenise


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelenskyy", "ZELENSKYY"),
        ("Erdoğan", "Erdogan"),
        ("Côte d’Ivoire", "Cote d'Ivoire"),
        ("Jean-Claude Juncker", "Jean Claude Juncker"),
        ("U.S.", "US"),
        ("Xi's", "Xi"),
        ("Løkke", "Lokke"),
    ],
)
def test_one_key_for_every_way_of_writing_a_name(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_different_names_have_different_keys() -> None:
    assert name_key("Sharm el-Sheikh") != name_key("Sharm")


def test_tokens_leave_out_the_possessive_and_keep_their_place() -> None:
    text = "Moscow’s invasion"
    moscow = tokenise(text, 10)[0]
    assert (text[moscow.start - 10 : moscow.end - 10], moscow.key, moscow.capital) == (
        "Moscow",
        "moscow",
        True,
    )


@pytest.mark.parametrize(
    ("gap", "parts"), [(" ", False), ("-", False), (", ", True), (" (", True), ("\n", True)]
)
def test_punctuation_parts_names(gap: str, parts: bool) -> None:
    assert parts_names(gap) is parts
