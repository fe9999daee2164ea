"""Hook of mkdocs: the site holds the documents of the whole repository, each at its own path, and asks no other host.

Beside ``docs/`` these are the documents at the root and in ``data/``, and whatever file of the repository a
document links to. Nothing is rewritten, so a link that works in the repository works on the site.
"""

import logging
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).parents[2]
PAGES = ("*.md", "docs/*.md", "data/*.md", "seeds/*.md")
LINK = re.compile(r"\]\(([^)#\s]+)")
FOREIGN = re.compile(
    r"<(?:script|link|img|iframe|source|video)\b[^>]*?\b(?:src|href)=\"?((?:https?:)?//[^\">\s]+)"
)
log = logging.getLogger("mkdocs.hooks.gather_pages")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The pages, the files they link to, and what the theme brings along."""
    theme = [file for file in files if not (file.abs_src_path or "").startswith(config.docs_dir)]
    pages = [page for pattern in PAGES for page in sorted(ROOT.glob(pattern)) if _is_document(page)]
    linked = {target for page in pages for target in _targets(page)} - set(pages)
    gathered = [
        File.generated(config, _place(path), abs_src_path=str(path)) for path in [*pages, *sorted(linked)]
    ]
    return Files([*theme, *gathered])


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001 - mkdocs names them
    """The page as it is; a warning, which ends a strict build, where it would load something from another host."""
    for address in FOREIGN.findall(output):
        log.warning("%s loads %s", page.file.src_uri, address)
    return output


def _is_document(page: Path) -> bool:
    """Whether it is one: the articles in seeds/ are not, the description of them is."""
    return page.parent.name != "seeds" or page.name == "README.md"


def _targets(page: Path) -> set[Path]:
    """The files of the repository that a page links to; pages of the web are none."""
    links = LINK.findall(page.read_text(encoding="utf-8"))
    found = {(page.parent / link).resolve() for link in links if ":" not in link}
    return {path for path in found if path.is_file() and path.is_relative_to(ROOT)}


def _place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
