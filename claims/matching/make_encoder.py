"""The encoder that a setting names."""

from functools import cache

from claims.matching.minilm import MiniLM
from claims.matching.other_model import OtherModel
from claims.store.encoder import Encoder


@cache
def make_encoder(model: str = MiniLM.name) -> Encoder:
    """The default one, or any sentence-transformers model that lies on this machine, by name or path. Raises ModelError.

    It is the same object for the same model, so that a process loads a model once.
    """
    return MiniLM() if model == MiniLM.name else OtherModel(model)
