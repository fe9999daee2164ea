"""Whether the encoder's weights are there and are the published ones."""

from claims.errors import ModelError
from claims.matching.minilm import PUBLISHED_SHA256, MiniLM, check_weights, model_path
from flows.diagnosing.diagnosis import Diagnosis, State


def diagnose_model() -> Diagnosis:
    """The default encoder, without loading it."""
    try:
        folder = model_path()
        check_weights(folder / "model.safetensors")
    except ModelError as error:
        return Diagnosis("model", State.FAILURE, str(error))
    return Diagnosis("model", State.GOOD, f"{MiniLM.name}, sha256 {PUBLISHED_SHA256[:12]}... in {folder}")
