"""The run database: what is in it, that a batch is whole or absent, and what it says when it cannot be used."""

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from errno import ENOSPC

import duckdb
import pytest

from claims.errors import LedgerError, LedgerLocked
from claims.ledger.open import open_ledger
from claims.ledger.record import record_run
from claims.ledger.run import Run
from claims.records import ReadFailure
from report_sample import articles, failures

RUN = Run(
    id="r1",
    started=datetime(2026, 11, 25, 7, 30, tzinfo=timezone(timedelta(hours=1))),
    inputs=("seeds", "a'b.txt"),
    default_date=date(2022, 12, 30),
    program="0.1.0",
    facts="9f3a",
    model="all-MiniLM-L6-v2",
    settings="41be",
    rules="77aa",
)


def rows(path, query):
    with duckdb.connect(path, read_only=True) as db:
        return db.execute(query).fetchall()


def counts(path):
    tables = ("runs", "articles", "findings", "evidence", "errors")
    return {table: rows(path, f"SELECT count(*) FROM {table}")[0][0] for table in tables}


@pytest.fixture
def path(tmp_path):
    return tmp_path / "new" / "runs.duckdb"


def test_a_run_is_recorded_with_what_it_was_given(path):
    record_run(path, RUN)
    assert rows(path, "SELECT * FROM runs") == [
        (
            "r1",
            datetime(2026, 11, 25, 6, 30),
            None,
            ["seeds", "a'b.txt"],
            date(2022, 12, 30),
            "0.1.0",
            "9f3a",
            "all-MiniLM-L6-v2",
            "41be",
            "77aa",
            None,
            None,
            None,
        )
    ]


def test_a_later_batch_of_the_run_sets_its_end_and_adds_to_it(path):
    first, *others = articles()
    end = datetime(2026, 11, 25, 6, 31, tzinfo=UTC)
    record_run(path, RUN, [first])
    record_run(path, RUN, others, failures())
    assert rows(path, "SELECT finished FROM runs") == [(None,)]
    record_run(path, replace(RUN, finished=end))
    assert rows(path, "SELECT finished FROM runs") == [(end.replace(tzinfo=None),)]
    assert counts(path) == {"runs": 1, "articles": 4, "findings": 8, "evidence": 8, "errors": 2}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (
            "SELECT article, source, published, length(sha256), claims, judged FROM articles WHERE article = 'quiet'",
            ("quiet", "seeds/ice.md", None, 64, 1, 0),
        ),
        (
            "SELECT title, url, characters > 200 FROM articles WHERE article = 'diplomacy'",
            ("A handshake, and then a bad line", "https://example.org/a?x=1&y=2", True),
        ),
        (
            "SELECT finding, span_text, span_end - span_start, verdict, reason, slot, confidence FROM findings"
            " WHERE shape = 'edition'",
            (1, "2020 Winter Olympics", 20, "mismatch", "no_such_edition", "edition", 0.961),
        ),
        (
            "SELECT voice, speaker, modality, verdict FROM findings WHERE article = 'bridge'",
            ("quoted", "the mayor", "asserted", "outdated"),
        ),
        (
            "SELECT repairs[2].replacement, len(repairs), repairs[1].facts[1] = (SELECT fact FROM evidence e"
            " WHERE (e.article, e.finding, e.place) = (f.article, f.finding, 1)) FROM findings f WHERE shape = 'edition'",
            ("2020 Summer Olympics", 2, True),
        ),
        (
            "SELECT count(*), count(DISTINCT place) FROM evidence WHERE article = 'bridge'",
            (2, 2),
        ),
        (
            "SELECT source, error FROM errors WHERE input LIKE '%photo%'",
            ("seeds/photo.txt", "The file is binary; give the text of the article"),
        ),
    ],
)
def test_what_an_analyst_can_ask(path, query, expected):
    record_run(path, RUN, articles(), failures())
    assert rows(path, query) == [expected]


@pytest.mark.parametrize("text", ["NUL \0 in it", "quote ' and \" and \\", "emoji 🧊 and ß", "\x1b[31mred\n"])
def test_any_text_comes_back_as_it_was(path, text):
    record_run(path, RUN, failures=[ReadFailure("a", "b", text)])
    assert rows(path, "SELECT error FROM errors") == [(text,)]


def test_a_batch_that_cannot_be_written_leaves_nothing(path):
    first, second, *_ = articles()
    record_run(path, RUN, [first])
    before = counts(path)
    with pytest.raises(LedgerError, match="already holds this batch"):
        record_run(path, replace(RUN, finished=RUN.started), [second, first], failures())
    assert counts(path) == before
    assert rows(path, "SELECT finished FROM runs") == [(None,)]
    record_run(path, RUN, [second])
    assert counts(path)["articles"] == 2


def test_the_seconds_of_the_stages_are_kept(path):
    record_run(path, RUN, seconds={"read": 0.5, "judge": 2.25})
    assert rows(path, "SELECT * FROM timings ORDER BY stage") == [("r1", "judge", 2.25), ("r1", "read", 0.5)]


def test_another_run_may_hold_the_same_articles(path):
    for name in ("r1", "r2"):
        record_run(path, replace(RUN, id=name), articles())
    assert counts(path)["articles"] == 8


HOLD = "import duckdb, sys; db = duckdb.connect(sys.argv[1]); print('open', flush=True); sys.stdin.read()"


def test_a_ledger_open_elsewhere_is_said_to_be_locked_and_is_usable_afterwards(path):
    record_run(path, RUN)
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(LedgerLocked, match="open in another process"):
            record_run(path, RUN, articles())
        other.communicate()
    record_run(path, RUN, articles())
    assert counts(path)["articles"] == 4


def a_text_file(path):
    path.write_text("just words\n" * 1000)


def a_fact_store(path):
    with duckdb.connect(path) as db:
        db.execute("CREATE TABLE meta (key VARCHAR, value VARCHAR)")
        db.execute("INSERT INTO meta VALUES ('schema', '1')")


def a_stranger(path):
    with duckdb.connect(path) as db:
        db.execute("CREATE TABLE runs (id INTEGER)")


def another_version(path):
    record_run(path, RUN)
    with duckdb.connect(path) as db:
        db.execute("UPDATE meta SET value = '0' WHERE key = 'schema'")


def a_directory(path):
    path.mkdir()


def a_damaged_ledger(path):
    record_run(path, RUN, articles())
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (a_text_file, "not a run database"),
        (a_fact_store, "not one of runs"),
        (a_stranger, "not one of runs"),
        (another_version, "has schema 0, this program writes 4"),
        (a_directory, "cannot be"),
        (a_damaged_ledger, "cannot be"),
    ],
)
def test_a_file_that_is_no_ledger_of_ours_is_refused_and_left_alone(tmp_path, make, says):
    path = tmp_path / "runs.duckdb"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(LedgerError, match=says) as caught:
        record_run(path, RUN, articles())
    assert not isinstance(caught.value, LedgerLocked)
    assert str(path) in str(caught.value)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_an_empty_database_as_a_killed_first_start_leaves_it_is_filled(path):
    path.parent.mkdir()
    duckdb.connect(path).close()
    record_run(path, RUN)
    assert counts(path)["runs"] == 1


def test_a_file_of_no_bytes_as_a_full_disk_leaves_it_counts_as_missing(path):
    path.parent.mkdir()
    path.touch()
    record_run(path, RUN)
    assert counts(path)["runs"] == 1
    assert [file.name for file in path.parent.iterdir()] == ["runs.duckdb"]


def test_what_fails_inside_the_block_is_put_into_words(path):
    with pytest.raises(LedgerError, match="may be damaged"), open_ledger(path) as db:
        db.execute("SELECT nothing FROM nowhere")


# A file may not grow beyond so many bytes: what a full disk looks like, without filling one.
FULL = """
import resource, signal, sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from test_ledger import RUN, LedgerError, many, record_run
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
try:
    record_run(Path(sys.argv[1]), RUN, many(100))
except LedgerError as error:
    print(error)
"""


def many(count):
    return [
        replace(checked, article=replace(checked.article, id=f"{checked.article.id}-{number}"))
        for number in range(count)
        for checked in articles()
    ]


@pytest.mark.parametrize("limit", [1_000, 20_000, 100_000])
@pytest.mark.skipif(sys.platform == "win32", reason="no limit on file sizes there")
def test_a_full_disk_is_said_and_leaves_no_part_of_a_batch(path, limit, request):
    code = FULL.format(tests=str(request.path.parent), limit=limit)
    done = subprocess.run(
        [sys.executable, "-c", code, path], capture_output=True, text=True, check=False, timeout=60
    )
    assert "check the disk's space" in done.stdout, done.stderr
    assert not list(path.parent.glob(".*"))
    record_run(path, RUN)
    assert counts(path) == {"runs": 1, "articles": 0, "findings": 0, "evidence": 0, "errors": 0}


def test_a_disk_without_space_is_named(path):
    with pytest.raises(LedgerError, match="no space left on the disk for the ledger"), open_ledger(path):
        raise OSError(ENOSPC, "No space left on device")
