"""The static encoder that is made of the default one."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from typer.testing import CliRunner

from claims.errors import ModelError
from claims.matching import distil_static as module
from claims.matching.distil_static import LENGTH, distil_static
from claims.matching.make_encoder import make_encoder
from flows.cli import app


class _Quick:
    """Vectors by a text's letters, without a model."""

    name = "quick"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        base = np.random.default_rng(3).standard_normal((26, 384)).astype(np.float32)
        rows = [[ord(c) - ord("a") for c in text if "a" <= c <= "z"] or [0] for text in texts]
        return np.stack([base[row].mean(axis=0) for row in rows])


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MiniLM", _Quick)


@pytest.mark.model
@pytest.mark.usefixtures("quick")
def test_it_is_a_model_of_its_own_that_looks_tokens_up(tmp_path: Path) -> None:
    folder = tmp_path / "static"
    done = CliRunner().invoke(app, ["distil", str(folder)])
    assert done.exit_code == 0, done.output
    assert f"--set encoder={folder}" in done.output.replace("\n", "")
    encoder = make_encoder(str(folder))
    games, attack, both, turned = encoder.encode(
        ["olympics", "invasion", "olympics invasion", "invasion olympics"]
    )
    assert both.shape == (LENGTH,)
    assert np.allclose(both, turned, atol=1e-6)  # the order of words is lost
    assert both @ games > 0.5 < both @ attack
    frequent, rare = encoder.encode(["the olympics", "olympics"])
    assert frequent @ rare > 0.99  # "the" weighs next to nothing


def test_what_lies_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("kept", encoding="utf-8")
    for folder in (tmp_path, tmp_path / "mine.txt"):
        with pytest.raises(ModelError, match="is not empty"):
            distil_static(folder)
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "kept"


@pytest.mark.long
@pytest.mark.model
def test_the_real_one_tells_wars_from_games(tmp_path: Path) -> None:
    distil_static(tmp_path / "static")
    vectors = make_encoder(str(tmp_path / "static")).encode(
        ["Moscow's invasion", "Russian invasion of Ukraine", "the Winter Olympics in Beijing"]
    )
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]
