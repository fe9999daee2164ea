import pickle
import subprocess
import sys
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from claims.check import embed_texts, extract_article, judge_article
from claims.errors import ModelError
from claims.matching.candidates import find_candidates, needs_vector
from claims.matching.minilm import FEW, MiniLM, check_weights
from claims.records import Article, Shape
from claims.settings import Settings
from claims.store.open import Store
from fake_encoder import FakeEncoder

DESCRIBED = Article(
    "a", "Prices rose after Moscow's invasion last February.", "a", published=date(2022, 12, 30)
)
NAMED = Article("b", "World War II ended in 1945.", "b", published=date(2022, 12, 30))


def test_only_described_events_need_a_vector(store: Store) -> None:
    assert len(extract_article(DESCRIBED, store).texts(Settings())) == 1
    assert extract_article(NAMED, store).texts(Settings()) == ()


def test_texts_are_embedded_once_each_shortest_first() -> None:
    encoder = FakeEncoder()
    vectors = embed_texts(("long text", "text", "long text"), encoder)
    assert encoder.texts == ["text", "long text"]
    assert set(vectors) == {"long text", "text"}


def test_a_described_event_needs_a_shared_party_and_head_noun(store: Store) -> None:
    (claim,) = (c for c in extract_article(DESCRIBED, store).extraction.claims if c.shape is Shape.EVENT_DATE)
    assert needs_vector(claim)
    vector = FakeEncoder().encode([claim.query])[0]
    found = find_candidates(claim, vector, store, Settings(event_similarity=-1.0))
    assert {c.entity for c in found} == {"event/russian-invasion-of-ukraine"}
    assert {c.found_by for c in found} == {"vector"}
    assert find_candidates(claim, vector, store, Settings(event_similarity=0.99)) == ()
    assert find_candidates(claim, None, store, Settings()) == ()


def test_stages_may_run_apart(store: Store) -> None:
    """An extracted article survives pickling and gives the findings of an unbroken check."""
    encoder, settings = FakeEncoder(), Settings(event_similarity=0.2)
    extracted = pickle.loads(pickle.dumps(extract_article(DESCRIBED, store)))
    judged = judge_article(extracted, embed_texts(extracted.texts(settings), encoder), store, settings)
    assert [str(f.verdict) for f in judged.findings] == ["supported"]


def test_other_weights_are_refused(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"not the published weights")
    with pytest.raises(ModelError, match="reinstall"):
        check_weights(tmp_path / "model.safetensors")
    with pytest.raises(ModelError, match="cannot be read"):
        check_weights(tmp_path / "none")


@pytest.mark.model
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_real_encoder_finds_a_described_event(store: Store) -> None:
    encoder = MiniLM()
    texts = [
        "Moscow's invasion (Moscow, Russia)",
        "Russian invasion of Ukraine (Ukraine)",
        "Apollo 11 Moon landing",
    ]
    vectors = encoder.encode(texts)
    assert vectors.shape == (3, 384)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert vectors[0] @ vectors[1] > 0.6 > vectors[0] @ vectors[2]
    assert encoder.encode([]).shape == (0, 384)


@pytest.mark.model
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_few_texts_have_the_vectors_of_sentence_transformers() -> None:
    texts = [*(f"The Games of {year} were held in Paris." for year in range(FEW)), "Short", "long " * 600]
    encoder = MiniLM()
    many = encoder.encode(texts)
    few = np.concatenate([encoder.encode(texts[:FEW]), encoder.encode(texts[FEW:])])
    assert np.allclose(many, few, atol=1e-5)
    assert few.dtype == many.dtype


@pytest.mark.model
def test_a_few_texts_are_encoded_without_torch() -> None:
    code = (
        "import sys; from claims import MiniLM; MiniLM().encode(['a text']); sys.exit('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=120).returncode == 0
