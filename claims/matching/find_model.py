"""A model of Hugging Face's kind on this machine; nothing is downloaded."""

from pathlib import Path

from claims.errors import ModelError


def find_model(model: str, marker: str = "config.json") -> Path:
    """The folder of a model by its path, or by a name under which it lies in the cache of Hugging Face.

    ``marker`` is the file that tells its kind. Raises ModelError where it is not on this machine.
    """
    folder = Path(model)
    if not folder.is_dir():
        folder = _cached(model)
    if not (folder / marker).is_file():
        raise ModelError(f"{folder} holds no model of the kind that is needed: there is no {marker} in it")
    return folder


def _cached(model: str) -> Path:
    from huggingface_hub import snapshot_download  # noqa: PLC0415 - only for names
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError  # noqa: PLC0415

    for name in (model, f"sentence-transformers/{model}", f"cross-encoder/{model}"):
        try:
            return Path(snapshot_download(name, local_files_only=True))
        except (LocalEntryNotFoundError, HFValidationError):
            continue
    raise ModelError(
        f"the model {model} is not on this machine; give the path of its folder, nothing is downloaded"
    )
