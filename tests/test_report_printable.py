import pytest

from claims.report.printable import printable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain — “quoted” é 東京", "plain — “quoted” é 東京"),
        ("a\tb\nc", "a\tb\nc"),
        ("a\r\nb\rc\x0cd\x85e\u2028f", "a\nb\nc\nd\ne\nf"),
        ("a\x00b", "a�b"),
        ("\x1b[31mred\x9b", "�[31mred�"),
        ("user\u202etxt.exe\u2069", "user�txt.exe�"),
        ("العنوان \u200f!", "العنوان \u200f!"),
        ("family 👩\u200d👧", "family 👩\u200d👧"),
        ("lone \ud800 half", "lone � half"),
        ("\ufffe\uffff", "��"),
    ],
)
def test_printable(text, expected):
    assert printable(text) == expected
