"""The default model -> a static one: a vector for each token, so that a text is encoded by looking its tokens up.

The way of model2vec (Minish Lab 2024, github.com/MinishLab/model2vec): every token of the vocabulary goes through the model by itself, the
vectors are turned to their principal components, and frequent tokens are weighed less by their rank (Arora et al. 2017, "A simple but tough-to-beat
baseline for sentence embeddings"). What a word means beside others is lost.
"""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from claims.errors import ModelError
from claims.matching.minilm import MiniLM, model_path

LENGTH = 256
"""Of a static vector; model2vec's own default."""
FREQUENT = 1e-4
"""Arora's constant ``a``: a token that makes up this share of all text weighs half of a rare one."""

Array = NDArray[np.float32]


def distil_static(folder: Path) -> None:
    """Write the static model as a sentence-transformers folder. Raises ModelError where something lies there already."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ModelError(f"{folder} is not empty: give a folder that is, or one that does not exist")
    tokenizer = Tokenizer.from_file(str(model_path() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    words = sorted(tokenizer.get_vocab().items(), key=lambda entry: entry[1])
    vectors = MiniLM().encode([word.removeprefix("##") for word, _number in words])
    weights = _rarity([word for word, _number in words])
    _save(_principal(vectors) * weights[:, None], tokenizer, folder)


def _principal(vectors: Array) -> Array:
    """The vectors about their mean, by the components that tell most of them apart, the first ``LENGTH``."""
    centred = vectors - vectors.mean(axis=0)
    _values, components = np.linalg.eigh(centred.T @ centred)  # by rising value
    return np.asarray(centred @ components[:, ::-1][:, :LENGTH], dtype=np.float32)


def _rarity(words: list[str]) -> Array:
    """A weight for each token of the vocabulary, 0 to 1, by how rare it is.

    Its words stand in the order of their frequency, behind the signs, the letters and what is kept free; the share of a rank is taken to fall as one
    over it (Zipf). Signs and letters weigh as the most frequent word.
    """
    ranks, last = [], 1
    for word in words:
        is_word = len(word.removeprefix("##")) > 1 and not word.startswith("[")
        ranks.append(last if is_word else 1)
        last += is_word
    share = 1 / np.array(ranks)
    share /= (1 / np.arange(1, last)).sum()
    return np.asarray(FREQUENT / (FREQUENT + share), dtype=np.float32)


def _save(vectors: Array, tokenizer: Tokenizer, folder: Path) -> None:
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - seconds, only when needed
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding  # noqa: PLC0415

    embedding = StaticEmbedding(tokenizer, embedding_weights=vectors)
    SentenceTransformer(modules=[embedding], device="cpu").save(str(folder), create_model_card=False)
