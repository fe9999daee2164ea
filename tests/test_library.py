"""What ``import claims`` offers, and that it costs nothing until it is used."""

import subprocess
import sys
from datetime import date

import pytest

import claims
from fake_encoder import FakeEncoder


@pytest.mark.parametrize("name", claims.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(claims, name).__name__ == name
    assert name in dir(claims)


def test_another_name_is_an_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'chek_article'"):
        _ = claims.chek_article  # type: ignore[attr-defined]


def test_an_article_is_checked_in_a_few_lines(store_path) -> None:
    article = claims.Article(
        id="story",
        text="Guests flew to China for the opening of the 2020 Winter Olympics.",
        source="wire",
        published=date(2022, 12, 30),
    )
    with claims.open_store(store_path) as store:
        checked = claims.check_article(article, store, FakeEncoder(), claims.Settings())
    (flag,) = [finding for finding in checked.findings if finding.is_flag]
    assert flag.verdict is claims.Verdict.MISMATCH
    assert flag.repairs[0].replacement == "2022 Winter Olympics"


def test_importing_it_loads_no_model_and_no_database() -> None:
    heavy = "import claims, sys; print(sorted({'torch', 'duckdb', 'numpy', 'prefect'} & set(sys.modules)))"
    assert subprocess.check_output([sys.executable, "-c", heavy], text=True) == "[]\n"
