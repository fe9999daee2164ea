"""Corrections go into copies; originals stay, and what has changed since is refused."""

import json
from dataclasses import replace

import pytest

from claims.reading.read import read_articles
from claims.records import Reason, Shape, Verdict
from claims.report.corrections import find_corrections
from claims.report.write_copies import Copied, Refused, write_copies
from report_sample import checked, finding

JUDGED = (Shape.EDITION, Verdict.MISMATCH, Reason.NO_SUCH_EDITION, "edition")
WRONG, RIGHT = "2020 Winter Olympics", "2022 Winter Olympics"
SENTENCE = f"The guests flew in for the {WRONG} and went home again with a cold."


def changes(*paths):
    """Every article under the paths as judged, with the one correction that it needs."""
    for article in read_articles(paths):
        found = finding(article, SENTENCE, WRONG, JUDGED, "There was none.", repairs=(RIGHT,))
        yield article, find_corrections(checked(article, found), accepted=False).made


def apply(changed, folder, **more):
    return list(write_copies(changed, folder, **more))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", f"Dateline\r\n{SENTENCE}\r\nEnd."),
        ("a.md", f"---\ntitle: A cold\ndate: 2022-03-01\n---\n# A cold\n\n{SENTENCE}\n"),
        ("a.md", f"\ufeff---\ndate: 2022-03-01\n---\n{SENTENCE} \u2028 x \x85 y\n"),
    ],
)
def test_a_file_is_copied_whole_with_only_the_words_changed(tmp_path, name, content):
    original = tmp_path / "in" / name
    original.parent.mkdir()
    original.write_bytes(content.encode())
    (done,) = apply(changes(original), tmp_path / "out")
    assert isinstance(done, Copied)
    assert done.path.read_bytes().decode() == content.replace(WRONG, RIGHT).removeprefix("\ufeff")
    assert original.read_bytes() == content.encode()
    assert done.path.is_relative_to(tmp_path / "out")


def test_records_of_a_file_are_corrected_and_the_others_stay(tmp_path):
    wire = tmp_path / "wire.jsonl"
    good = '{"id": "b", "text": "Nothing of that kind happened in the town, and the council was glad of it.",  "x": 1}'
    wire.write_text(
        f"{json.dumps({'id': 'a', 'text': SENTENCE, 'tags': ['é']})}\n{good}\n{json.dumps({'id': 'c', 'text': SENTENCE})}\n"
    )
    changed = list(changes_of_records(wire))
    done = apply(changed, tmp_path / "out")
    assert [(type(d), d.article) for d in done] == [(Copied, "a"), (Copied, "c")]
    lines = done[0].path.read_text().split("\n")
    assert json.loads(lines[0]) == {"id": "a", "text": SENTENCE.replace(WRONG, RIGHT), "tags": ["é"]}
    assert lines[1] == good
    assert RIGHT in lines[2]
    assert WRONG in wire.read_text()


def changes_of_records(wire):
    for article in read_articles([wire]):
        if WRONG in article.text:
            found = finding(article, SENTENCE, WRONG, JUDGED, "There was none.", repairs=(RIGHT,))
            yield article, find_corrections(checked(article, found), accepted=False).made


def test_what_has_changed_since_is_refused(tmp_path):
    kept, edited, gone = (tmp_path / f"{name}.txt" for name in ("kept", "edited", "gone"))
    for path in (kept, edited, gone):
        path.write_text(f"{path.name}. {SENTENCE}")
    changed = list(changes(kept, edited, gone))
    edited.write_text(f"{SENTENCE} And more.")
    gone.unlink()
    done = {d.article: d for d in apply(changed, tmp_path / "out")}
    assert isinstance(done[str(kept)], Copied)
    assert isinstance(done[str(edited)], Refused)
    assert "has changed since it was judged" in done[str(edited)].why
    assert "is no file that could be read again" in done[str(gone)].why
    assert len(list((tmp_path / "out").rglob("*.txt"))) == 1


def test_no_file_is_written_over_not_even_the_original(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(SENTENCE)
    (done,) = apply(changes("a.txt"), tmp_path)
    assert isinstance(done, Refused)
    assert "is there already" in done.why
    assert (tmp_path / "a.txt").read_text() == SENTENCE


def test_what_is_no_plain_file_becomes_its_text(tmp_path):
    page = tmp_path / "a.html"
    page.write_text(
        f"<html><body><article><h1>A cold</h1><p>{SENTENCE}</p><p>{SENTENCE.replace(WRONG, 'parade')}</p></article></body></html>"
    )
    (done,) = apply(changes(page), tmp_path / "out")
    assert RIGHT in done.path.read_text()
    assert "<p>" not in done.path.read_text()


def test_an_article_of_the_web_is_taken_as_it_was_only_when_asked(tmp_path):
    (tmp_path / "a.txt").write_text(SENTENCE)
    ((article, made),) = changes(tmp_path / "a.txt")
    of_web = [(replace(article, id="https://example.org/a", source="https://example.org/a"), made)]
    (refused,) = apply(of_web, tmp_path / "out")
    assert "--unchecked" in refused.why
    (done,) = apply(of_web, tmp_path / "out", unchecked=True)
    assert done.path == tmp_path / "out" / "https_" / "example.org" / "a.txt"
    assert done.path.read_text() == SENTENCE.replace(WRONG, RIGHT)
