"""Another model than the default: made here, loaded from its folder, with a store of its own."""

from pathlib import Path

import duckdb
import numpy as np
import pytest

from claims.errors import ModelError, SettingsError, StoreError
from claims.matching.make_encoder import make_encoder
from claims.matching.minilm import MiniLM
from claims.matching.other_model import OtherModel
from claims.settings import Settings
from claims.store.build import build_store
from claims.store.open_for import open_store_for
from fake_encoder import FakeEncoder
from small_home import write_home

WORDS = ("[UNK]", "winter", "olympics", "war", "in", "ukraine", "russian", "invasion", "beijing")
LENGTH = 16


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model with a vector for each of a few words, as sentence-transformers keeps one."""
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - seconds
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding  # noqa: PLC0415
    from tokenizers import Tokenizer, models, pre_tokenizers  # noqa: PLC0415

    tokenizer = Tokenizer(models.WordLevel({word: n for n, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    weights = np.random.default_rng(1).standard_normal((len(WORDS), LENGTH)).astype(np.float32)
    folder = tmp_path_factory.mktemp("model") / "small-model"
    embedding = StaticEmbedding(tokenizer, embedding_weights=weights)
    SentenceTransformer(modules=[embedding], device="cpu").save(str(folder))
    return folder


@pytest.mark.model
def test_a_model_by_its_path_gives_unit_vectors_and_a_name_of_its_weights(model: Path) -> None:
    encoder = make_encoder(str(model))
    vectors = encoder.encode(["winter olympics", "war in ukraine"])
    assert vectors.shape == (2, LENGTH)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    name = encoder.name
    assert name.startswith("small-model-")
    config = model / "config_sentence_transformers.json"
    before = config.read_text(encoding="utf-8")
    config.write_text(before + " ", encoding="utf-8")
    assert OtherModel(str(model)).name != name
    config.write_text(before, encoding="utf-8")


@pytest.mark.model
def test_a_store_belongs_to_its_model(model: Path, tmp_path: Path, small_store: Path) -> None:
    encoder, home = make_encoder(str(model)), write_home(tmp_path / "home")
    with (home / "packs" / "base" / "facts.csv").open("a", encoding="utf-8") as facts:
        facts.write("event/russian-invasion-of-ukraine,involves,country/ukraine,,,,,\n")
    path = build_store(encoder, tmp_path / "facts.duckdb", home)
    with open_store_for(encoder, path) as store:
        (vector,) = encoder.encode(["russian invasion"])
        with duckdb.connect(path, read_only=True) as db:
            lengths = db.execute(
                "SELECT kind, min(len(vector)), count(*) FROM vectors GROUP BY kind ORDER BY kind"
            ).fetchall()
        assert [row[:2] for row in lengths] == [("event", LENGTH), ("phrasing", LENGTH)]
        ((_entity, cosine),) = store.nearest_events(vector, 1)
        assert -1 <= cosine <= 1
    with pytest.raises(StoreError, match="was not built with the model small-model"):
        open_store_for(encoder, small_store)


def test_what_is_no_model_is_said(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"there is no modules\.json in it"):
        make_encoder(str(tmp_path))
    with pytest.raises(ModelError, match="is not on this machine"):
        make_encoder("nobody/no-such-model")
    with pytest.raises(SettingsError, match="worth=vectors needs the encoder"):
        Settings(encoder="other", worth="vectors")


def test_the_default_is_one_object_a_process() -> None:
    assert make_encoder() is make_encoder(MiniLM.name)
    assert FakeEncoder().name != MiniLM.name
