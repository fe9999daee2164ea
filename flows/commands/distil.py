"""``claims distil FOLDER``: a static encoder made of the default one."""

from pathlib import Path

from claims.matching.distil_static import distil_static
from flows.write_terminal import write_lines


def write_static_encoder(folder: Path) -> int:
    """Make the model in the folder and say how to use it. Raises ModelError."""
    distil_static(folder)
    write_lines([f"{folder}: use it with --set encoder={folder}"])
    return 0
