"""The fact store that a command works on."""

from pathlib import Path

from claims.store.encoder import Encoder
from claims.store.ensure import ensure_store
from flows.write_terminal import complain


def prepare_facts(encoder: Encoder, facts: Path | None) -> Path:
    """The file of an up-to-date store; says so where it has to be built first, which takes a while."""
    return ensure_store(encoder, facts, tell=complain)
