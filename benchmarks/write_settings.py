"""``docs/settings.md``, written from the code: every setting with its default and what its docstring says.

    python benchmarks/write_settings.py [--check]

With ``--check`` nothing is written; the exit status is 1 where the page is not what the code says.
"""

import ast
import sys
from collections.abc import Iterable, Iterator
from inspect import getsource
from itertools import pairwise
from pathlib import Path
from types import ModuleType

from claims import settings
from claims.reading import reading_settings
from claims.reading.reading_settings import ReadingSettings
from claims.settings import Settings

PAGE = Path(__file__).parent.parent / "docs" / "settings.md"
HEAD = """# Settings

Written by `benchmarks/write_settings.py` from `claims/settings.py` and `claims/reading/reading_settings.py`.

`claims check`, `run`, `explain` and `serve` take `--set NAME=VALUE`, as often as there are settings to change, and `--set @FILE`, a JSON object of them. `--precision P` sets `min_confidence` to the
least confidence from which on held-out flags were right so often ([evaluation.md](evaluation.md)), `--max-flags-per-1000-words N` the setting of that name.
In Python: `check_article(article, store, encoder, Settings(min_confidence=0.9))`. Equal settings have equal versions; the ledger keeps the version of each run,
and judges again what another version judged.

"""
READING = """
## Reading

What comes in, never what is judged of it: these change no finding and no version ([input.md](input.md)).

"""
ENVIRONMENT = """
## The environment

The library reads none. The command line reads these, and what Prefect knows by itself (`PREFECT_API_URL`, `PREFECT_HOME` ...):

| variable | |
| --- | --- |
| `CLAIMS_READER_KEY` | The key of a second reader's endpoint; sent to it alone. |
| `CLAIMS_REVIEW_TOKEN` | What a browser has to know at the desk, as `--token` ([review.md](review.md#who-is-let-in)). |
| `CLAIMS_CONTACT` | Your address or page, told to Wikidata, as `--contact` of `claims facts refresh`. |
| `XDG_CACHE_HOME` | Where the fact store is kept, in `fact-claims/`; `~/.cache` where it is not set. |
| `XDG_DATA_HOME` | Where your own packs lie, in `fact-claims/`; `~/.local/share` where it is not set. |
| `FORCE_COLOR`, `NO_COLOR` | Colours of `claims explain` and `claims extract`, whatever the output is. |
"""
TABLE = "| setting | default | |\n| --- | --- | --- |\n"


def page() -> str:
    """The page as the code has it."""
    reading = READING + _table(ReadingSettings(), documented_of_reading())
    return HEAD + _table(Settings(), documented()) + reading + ENVIRONMENT


def _table(defaults: Settings | ReadingSettings, rows: Iterable[tuple[str, str]]) -> str:
    return TABLE + "".join(f"| `{name}` | `{getattr(defaults, name)}` | {text} |\n" for name, text in rows)


def documented() -> Iterator[tuple[str, str]]:
    """Each setting with its docstring on one line."""
    return _documented(settings, "Settings")


def documented_of_reading() -> Iterator[tuple[str, str]]:
    """Each setting of reading with its docstring on one line."""
    return _documented(reading_settings, "ReadingSettings")


def _documented(module: ModuleType, name: str) -> Iterator[tuple[str, str]]:
    tree = ast.parse(getsource(module))
    body = next(n.body for n in tree.body if isinstance(n, ast.ClassDef) and n.name == name)
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
