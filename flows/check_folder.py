"""Whether a file that an option names can be: its folder has to be there, or a slip in the path makes new ones unseen."""

from pathlib import Path

from claims.errors import OutputError


def check_folder(file: Path) -> None:
    """Nothing where the file's folder is there. Raises OutputError."""
    if not file.parent.is_dir():
        raise OutputError(f"{file} cannot be written: there is no folder {file.parent}; make it first")
