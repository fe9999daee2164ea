"""``docs/settings.md``, written from the code: every setting with its default and what its docstring says.

    python benchmarks/write_settings.py [--check]

With ``--check`` nothing is written; the exit status is 1 where the page is not what the code says.
"""

import ast
import sys
from collections.abc import Iterator
from inspect import getsource
from itertools import pairwise
from pathlib import Path

from claims import settings
from claims.settings import Settings

PAGE = Path(__file__).parent.parent / "docs" / "settings.md"
HEAD = """# Settings

Written by `benchmarks/write_settings.py` from `claims/settings.py`.

`claims check` and `claims run` take `--set NAME=VALUE`, as often as there are settings to change. `--precision P` sets `min_confidence` to the
least confidence from which on held-out flags were right so often ([evaluation.md](evaluation.md)), `--max-flags-per-1000-words N` the setting of that name.
In Python: `check_article(article, store, encoder, Settings(min_confidence=0.9))`. Equal settings have equal versions; the ledger keeps the version of each run,
and judges again what another version judged.

| setting | default | |
| --- | --- | --- |
"""


def page() -> str:
    """The page as the code has it."""
    rows = [f"| `{name}` | `{getattr(Settings(), name)}` | {text} |" for name, text in documented()]
    return HEAD + "\n".join(rows) + "\n"


def documented() -> Iterator[tuple[str, str]]:
    """Each setting with its docstring on one line."""
    tree = ast.parse(getsource(settings))
    body = next(n.body for n in tree.body if isinstance(n, ast.ClassDef) and n.name == "Settings")
    for field, text in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            if not (isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant)):
                raise SystemExit(f"the setting {field.target.id} has no docstring")
            yield field.target.id, " ".join(str(text.value.value).split()).replace("|", "\\|")


def main(arguments: list[str]) -> int:
    """Write the page, or say whether it is what it should be."""
    if "--check" in arguments:
        return int(PAGE.read_text(encoding="utf-8") != page())
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
