"""Any other sentence-transformers model that lies on this machine; nothing is downloaded."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from hashlib import file_digest, sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from claims.errors import ModelError
from claims.matching.find_model import find_model
from claims.matching.minilm import BATCH

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer


class OtherModel:
    """A model by the path of its folder, or by a name under which it lies in the cache of Hugging Face."""

    def __init__(self, model: str) -> None:
        self._folder = find_model(model, "modules.json")
        self._label = Path(model).name

    @cached_property
    def name(self) -> str:
        """The model's name with twelve hex digits over its files: what was judged by other weights is judged again."""
        digest = sha256()
        for path in _files(self._folder):
            with path.open("rb") as file:
                digest.update(file_digest(file, "sha256").digest())
        return f"{self._label}-{digest.hexdigest()[:12]}"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, shape (len(texts), the model's own length). Raises ModelError where it cannot be loaded."""
        if not texts:
            return np.empty((0, 0), dtype=np.float32)
        vectors = self._model.encode(
            list(texts), batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(vectors, dtype=np.float32)

    @cached_property
    def _model(self) -> "SentenceTransformer":
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - four seconds, only when needed
        from transformers.utils import logging  # noqa: PLC0415

        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        try:
            return SentenceTransformer(str(self._folder), device="cpu", local_files_only=True)
        except Exception as error:
            raise ModelError(
                f"{self._folder} cannot be loaded as a sentence-transformers model: {error}"
            ) from error

    def __getstate__(self) -> dict[str, Any]:
        """A pickled encoder loads its model again where it lands."""
        return {"_folder": self._folder, "_label": self._label, "name": self.name}


def _files(folder: Path) -> Iterator[Path]:
    """What decides its vectors: weights, words and settings, in the order of their paths."""
    kinds = (".safetensors", ".bin", ".json", ".txt", ".model")
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix in kinds)
