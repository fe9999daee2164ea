import pytest

from claims.report.agreement import agree


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        ("2022 Winter Olympics was held in Beijing", "The 2022 Winter Olympics were held in Beijing"),
        ("2020 Summer Olympics is known.", "The 2020 Summer Olympics are known."),
        ("2022 Winter Olympics is the edition of 2022", "The 2022 Winter Olympics are the edition of 2022"),
        ("2022 SCO summit was held in Samarkand", "The 2022 SCO summit was held in Samarkand"),
        ("2014 Commonwealth Games was held in Glasgow", "The 2014 Commonwealth Games were held in Glasgow"),
        (
            "Agrees with what is known of 2022 SCO summit.",
            "Agrees with what is known of the 2022 SCO summit.",
        ),
        (
            "Agrees with what is known of Russian invasion of Ukraine.",
            "Agrees with what is known of the Russian invasion of Ukraine.",
        ),
        (
            "The text says 9 November 1988; Fall of the Berlin Wall is dated 9 November 1989.",
            "The text says 9 November 1988; the Fall of the Berlin Wall is dated 9 November 1989.",
        ),
        (
            "The text says 1940; World War II is dated 1 September 1939.",
            "The text says 1940; World War II is dated 1 September 1939.",
        ),
        ("2022 Winter Olympics: 4 February 2022", "2022 Winter Olympics: 4 February 2022"),
        ("Xi Jinping held the office at the time.", "Xi Jinping held the office at the time."),
        ("Agrees with what is known of World War II.", "Agrees with what is known of World War II."),
        ("The 2022 Winter Olympics were held in Beijing", "The 2022 Winter Olympics were held in Beijing"),
        ("", ""),
    ],
)
def test_agree(made, expected):
    assert agree(made) == expected
