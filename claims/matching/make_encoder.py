"""The encoder that a setting names."""

from functools import cache

from claims.matching.minilm import MiniLM
from claims.matching.other_model import OtherModel
from claims.settings import DEFAULT_MODEL
from claims.store.encoder import Encoder


def make_encoder(model: str = DEFAULT_MODEL) -> Encoder:
    """The default one, or any sentence-transformers model that lies on this machine, by name or path. Raises ModelError.

    It is the same object for the same model, so that a process loads a model once.
    """
    return _make(model)


@cache
def _make(model: str) -> Encoder:
    return MiniLM() if model == DEFAULT_MODEL else OtherModel(model)
