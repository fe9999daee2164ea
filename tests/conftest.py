"""What many tests share: a store built once from the project's own packs, with the fake encoder, and a browser."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

import claims
import fake_encoder
from claims.check import check_article
from claims.records import Article, CheckedArticle, Finding
from claims.settings import Settings
from claims.store.build import build_store
from claims.store.knowledge import Knowledge
from claims.store.open import Store, open_store
from fake_encoder import FakeEncoder
from small_home import write_home

Check = Callable[..., CheckedArticle]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium, which is never downloaded.

    Not kept for longer than a module: the event loop that drives it would be in the way of Prefect's.
    """
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None and not os.environ.get("CI"):
        pytest.skip("needs Chromium: apt-get install chromium")
    with sync_playwright() as driver:
        # A container's root user has no sandbox; the pages are the tests' own.
        started = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="session", autouse=True)
def no_packs_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests see the packs of the project alone, whatever was imported on this machine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(scope="session")
def store_path(request: pytest.FixtureRequest, no_packs_of_the_user: None) -> Path:
    """The project's own store, built again whenever its packs or the code that builds it have changed."""
    assert request.config.cache is not None
    folder = request.config.cache.mkdir("store")
    path = folder / f"{Knowledge.of().version(FakeEncoder.name)}-{_code_of_store()}.duckdb"
    with FileLock(folder.with_suffix(".lock")):  # whichever worker comes first builds it
        if not path.exists():
            shutil.rmtree(folder)
            folder.mkdir()
            build_store(FakeEncoder(), path)
    return path


def _code_of_store() -> str:
    """A hash of all that may change what a build makes of the same packs."""
    home = Path(claims.__file__).parent
    sources = sorted([*home.glob("store/*"), *home.glob("values/*.py"), Path(fake_encoder.__file__)])
    return sha256(b"".join(path.read_bytes() for path in sources if path.is_file())).hexdigest()[:16]


@pytest.fixture(scope="session")
def store(store_path: Path) -> Iterator[Store]:
    with open_store(store_path) as opened:
        yield opened


@pytest.fixture(scope="session")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of a few facts that do not change with the project's own."""
    folder = tmp_path_factory.mktemp("small")
    return build_store(FakeEncoder(), folder / "facts.duckdb", write_home(folder / "home"))


@pytest.fixture(scope="session")
def check(store: Store) -> Check:
    """``check(text, "2022-12-30")`` gives the checked article.

    The fake encoder sees words and no meaning, so that what is alike to it lies farther apart.
    """
    near = Settings(event_similarity=0.2)

    def run(text: str, published: str | None = None, settings: Settings | None = None) -> CheckedArticle:
        day = date.fromisoformat(published) if published else None
        return check_article(
            Article("a", text, "a.txt", published=day), store, FakeEncoder(), settings or near
        )

    return run


def flags(checked: CheckedArticle) -> list[Finding]:
    return [finding for finding in checked.findings if finding.is_flag]


def summary(checked: CheckedArticle) -> set[tuple[str, str, str]]:
    """Each finding as (shape, span text, verdict)."""
    text = checked.article.text
    return {(str(f.claim.shape), f.span.of(text), str(f.verdict)) for f in checked.findings}
