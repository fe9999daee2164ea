"""What was judged once is not judged again, and what changed is."""

from dataclasses import replace
from datetime import timedelta

import pytest

from claims.errors import LedgerError, NothingToResume
from claims.ledger.article_counts import list_contents
from claims.ledger.compare_findings import compare_findings
from claims.ledger.diff_runs import diff_runs
from claims.ledger.find_affected import find_affected
from claims.ledger.find_results import find_results
from claims.ledger.list_runs import list_runs
from claims.ledger.pack_records import content_key, pack_checked, unpack_checked
from claims.ledger.read_run import read_articles_of, read_failures
from claims.ledger.record import record_run
from claims.ledger.resume import check_same, find_unfinished
from claims.records import ReadFailure
from claims.rules import rules_version
from report_sample import articles, failures
from test_ledger import RUN

LATER = replace(RUN, id="r2", finished=RUN.started)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "runs.duckdb"
    record_run(path, replace(RUN, finished=RUN.started), articles(), failures())
    return path


def inputs():
    return [checked.article for checked in articles()]


def test_records_come_back_as_they_were():
    for checked in articles():
        assert unpack_checked(pack_checked(checked)) == checked


@pytest.mark.parametrize(
    ("part", "value"), [("text", "x"), ("published", None), ("title", "x"), ("source", "x"), ("id", "x")]
)
def test_the_key_changes_with_anything_of_an_article(part, value):
    article = inputs()[0]
    assert content_key(article) == content_key(replace(article))
    assert content_key(article) != content_key(replace(article, **{part: value}))


def test_an_unchanged_article_is_known(path):
    batch = find_results(path, LATER, inputs())
    assert batch.new == ()
    assert [known.content for known in batch.known] == [content_key(article) for article in inputs()]
    assert {known.run for known in batch.known} == {"r1"}


@pytest.mark.parametrize("part", ["facts", "rules", "model", "settings"])
def test_another_version_makes_every_article_new(path, part):
    batch = find_results(path, replace(LATER, **{part: "other"}), inputs())
    assert (len(batch.new), batch.known) == (4, ())


def test_a_changed_article_alone_is_new(path):
    first, *others = inputs()
    batch = find_results(path, LATER, [replace(first, text=first.text + " More."), *others])
    assert [article.id for article in batch.new] == [first.id]
    assert len(batch.known) == 3


def test_the_same_run_is_not_given_what_it_has(path):
    batch = find_results(path, RUN, inputs(), unread=failures())
    assert (batch.new, batch.known) == ((), ())
    assert batch.done == {article.id for article in inputs()} | {failure.id for failure in failures()}


def test_a_run_that_took_over_everything_reports_the_same(path):
    batch = find_results(path, LATER, inputs())
    record_run(path, LATER, (), failures(), batch.known)
    contents = list_contents(path, LATER, 9)
    assert contents == list_contents(path, RUN, 9)
    ids = [one.article for one in contents][::-1]
    assert read_articles_of(path, LATER, ids) == read_articles_of(path, RUN, ids)
    assert [checked.article.id for checked in read_articles_of(path, LATER, ids)] == ids
    assert read_failures(path, LATER) == read_failures(path, RUN) == failures_by_id()
    old, new = list_runs(path)
    assert (old.articles, old.judged, new.articles, new.judged) == (4, 4, 4, 0)
    assert old.flags == new.flags > 0
    assert diff_runs(path, "r1", "r2") == []


def failures_by_id():
    return sorted(failures(), key=lambda failure: failure.id)


def broken(article):
    return ReadFailure(article.id, article.source, "could not be judged (KeyError: 1)", content_key(article))


def test_what_could_not_be_judged_waits_until_it_is_asked_for(path):
    first, *_ = inputs()
    bad = replace(first, text="Something else.")
    record_run(path, LATER, (), [broken(bad)])
    third = replace(LATER, id="r3")
    assert find_results(path, third, [bad]).failed == (broken(bad),)
    assert find_results(path, third, [bad], retry=True).new == (bad,)
    assert find_results(path, replace(third, rules="mended"), [bad]).new == (bad,)


def test_only_a_run_that_was_cut_off_goes_on(path):
    with pytest.raises(NothingToResume, match="no run that was cut off"):
        find_unfinished(path)
    cut_off = replace(LATER, finished=None)
    record_run(path, cut_off)
    found = find_unfinished(path)
    assert (found.id, found.inputs, found.versions) == (cut_off.id, cut_off.inputs, cut_off.versions)
    check_same(found, replace(cut_off, id="r4"))
    with pytest.raises(NothingToResume, match="the fact store changed"):
        check_same(found, replace(cut_off, facts="new"))


def test_where_there_is_no_ledger_nothing_is_known(tmp_path):
    path = tmp_path / "none.duckdb"
    assert find_results(path, RUN, inputs()).new == tuple(inputs())
    assert list_runs(path) == []
    with pytest.raises(NothingToResume):
        find_unfinished(path)


def test_every_change_of_a_flag_has_its_cause(path):
    flagged = [checked for checked in articles() if any(f.is_flag for f in checked.findings)]
    edited = replace(flagged[0], article=replace(flagged[0].article, text=flagged[0].article.text + " "))
    record_run(path, LATER, [replace(edited, findings=())])
    kinds = {(change.kind, change.article, change.causes) for change in diff_runs(path, "r1", "r2")}
    assert ("gone", edited.article.id, ("text",)) in kinds
    assert {causes for _, article, causes in kinds if article != edited.article.id} == {("input",)}
    third = replace(LATER, id="r3", facts="new", rules="new")
    silent = [replace(checked, findings=()) for checked in articles()]
    record_run(path, third, silent)
    assert {c.causes for c in diff_runs(path, "r1", "r3")} == {("fact", "rule")}
    assert {c.kind for c in diff_runs(path, "r3", "r1")} == {"new"}


def test_a_run_that_is_not_there_is_named(path):
    with pytest.raises(LedgerError, match="holds no run r9"):
        diff_runs(path, "r1", "r9")


def test_the_rules_are_those_of_the_code(tmp_path, monkeypatch):
    before = rules_version()
    assert before == rules_version()
    assert len(before) == 12
    copy = tmp_path / "claims"
    for stage in ("records", "values", "judging"):
        (copy / stage).mkdir(parents=True)
    for name in ("check.py", "records/a.py", "values/a.py", "judging/b.py"):
        (copy / name).write_text("x = 1\n")
    monkeypatch.setattr("claims.rules.__file__", str(copy / "rules.py"))
    versions = set()
    for text in ("x = 1\n", "x = 2\n"):
        (copy / "judging" / "b.py").write_text(text)
        rules_version.cache_clear()
        versions.add(rules_version())
    rules_version.cache_clear()
    assert len(versions) == 2


def texts_now(changed=()):
    known = {fact.id: fact.text for checked in articles() for f in checked.findings for fact in f.facts}
    return lambda ids: {id: known[id] for id in ids if id not in changed}


def test_articles_that_rest_on_a_changed_fact_are_found(path):
    whole = find_affected(path, texts_now())
    assert (whole.changed, whole.articles) == ((), ())
    assert whole.facts > 3
    gone = articles()[0].findings[0].facts[0].id
    affected = find_affected(path, texts_now({gone}))
    assert affected.changed == (gone,)
    resting = [c for c in articles() if any(fact.id == gone for f in c.findings for fact in f.facts)]
    assert sorted(c.article.id for c in affected.articles) == sorted(c.article.id for c in resting)
    assert len(resting) < len(articles())


def test_only_what_was_found_last_counts(path):
    record_run(
        path,
        replace(LATER, id="r3", started=RUN.started + timedelta(days=1), facts="new"),
        [replace(checked, findings=()) for checked in articles()],
    )
    assert find_affected(path, lambda ids: {}).articles == ()


def test_what_is_judged_otherwise_is_told(path):
    old = next(checked for checked in articles() if any(f.is_flag for f in checked.findings))
    assert list(compare_findings(old, old)) == []
    (first, *others) = old.findings
    flips = list(compare_findings(old, replace(old, findings=tuple(others))))
    assert [(flip.was, flip.now) for flip in flips] == [(f"{first.verdict} ({first.reason})", "")]
