import itertools
from time import perf_counter

import pytest

from claims.extracting.blank_out import blank_out
from claims.extracting.boilerplate import find_boilerplate
from claims.extracting.boilerplate_rows import SCOPES, Rows, boilerplate_rows
from claims.extracting.sentences import split_sentences
from claims.store.read_vocabulary import read_vocabulary
from claims.values.names import tokenise


def found(text: str) -> list[tuple[str, str]]:
    return [(item.span.of(text), item.reason) for item in find_boilerplate(text)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("ADVERTISEMENT", "advertisement"),
        ("Advertisement Advertisement", "advertisement"),
        ("Story continues below", "advertisement"),
        ("CLICK HERE TO READ MORE", "read_more"),
        ("Read more", "read_more"),
        ("RELATED: Ferry strike ends after nine days", "read_more"),
        ("More: What to know about the ferry strike", "read_more"),
        ("Ferry strike ends after nine days at sea Read more", "read_more"),
        ("JUST WATCHED Ferry strike ends Replay More Videos ... MUST WATCH Ferry strike ends 01:10", "video"),
        ("Video Embed", "video"),
        ("Slideshow (4 Images)", "video"),
        ("Share Tweet Email", "share"),
        ("SHARE THIS STORY ON FACEBOOK", "share"),
        ("Sign up for our daily newsletter", "sign_up"),
        ("Sign up here to get the morning briefing in your inbox.", "sign_up"),
        ("Follow us on Twitter", "follow"),
        ("Follow our reporter Ann Lee on Twitter: @annlee", "follow"),
        ("Send letters to letters@example.org.", "follow"),
        ("Ann Lee contributed to this report.", "contributors"),
        ("Ann Lee contributed.", "contributors"),
        ("(Reporting by Ann Lee in Oslo; Editing by Bob Roe and Carl Dahl)", "contributors"),
        ("Contributing: Ann Lee", "contributors"),
        ("This story has been updated with additional information.", "contributors"),
        ("This article first appeared in the Harbour Gazette.", "contributors"),
        ("By Ann Lee, Staff writer", "byline"),
        ("Updated at 9:15 p.m. ET", "byline"),
        ("This article is more than 2 years old", "byline"),
        ("Associated Press", "byline"),
        ("ANALYSIS/OPINION:", "label"),
        ("Copyright © 2019 Harbour Gazette, LLC. Click here for reprint permission.", "copyright"),
        ("© 2019 Harbour Gazette", "copyright"),
        ("The opinions expressed in this commentary are her own.", "disclaimer"),
        ("Photo: Ann Lee", "credit"),
        ("Enlarge this image toggle caption Ann Lee/Getty Images Ann Lee/Getty Images", "credit"),
        ("Ann Lee/Getty Images", "credit"),
        ("U.S. Navy photo by Petty Officer 2nd Class Ann Lee", "credit"),
        ("(AP photo)", "credit"),
        ("Editor’s note: As a public service, all our flood coverage is free. No paywall.", "sign_up"),
        ("Read or Share this story: https://example.org/1", "share"),
        ("});}catch(e){}})(document);/* ]]> */", "code"),
        ("Hide Caption 3 of 22", "video"),
        ("___", "separator"),
        ("* * *", "separator"),
    ],
)  # fmt: skip
def test_lines_that_are_no_news(line: str, reason: str) -> None:
    text = f"The ferry sailed.\n\n{line}\n\nIt came back on Monday."
    assert {why for _, why in found(text)} == {reason}
    assert "".join(words for words, _ in found(text)).replace(" ", "") == line.replace(" ", "")


@pytest.mark.parametrize(
    ("line", "aside"),
    [
        ("The ferry left Oslo at noon. (Photo: Ann Lee, AP)", "(Photo: Ann Lee, AP)"),
        ("The ferry left Oslo at noon (Ann Lee/Reuters)", "(Ann Lee/Reuters)"),
        ("The ferry leaves Oslo, Norway, May 3, 2019. REUTERS/Ann Lee", "REUTERS/Ann Lee"),
        ("The ferry in Oslo in 2019. Ann Lee/Getty Images", "Ann Lee/Getty Images"),
        ("The ferry leaves Oslo. Image: Ann Lee.", "Image: Ann Lee."),
        ("The ferry in Oslo. REUTERS/Ann Lee - RC2JRE950YUT/File Photo", "REUTERS/Ann Lee - RC2JRE950YUT/File Photo"),
        ("The ferry in Oslo. (Ann Lee/The Harbour Gazette via AP, Pool)", "(Ann Lee/The Harbour Gazette via AP, Pool)"),
        ("Hide Caption 4 of 22 Photos: The ferry in Oslo in 2019.", "Hide Caption 4 of 22 Photos:"),
        ("It sank. (RELATED: Ferry Strike Ends After Nine Days) Nobody was hurt.", "(RELATED: Ferry Strike Ends After Nine Days)"),
        ("It was due at noon. Sign up for our newsletter here. It came at one.", "Sign up for our newsletter here."),
        ("It rained in Oslo. Follow Ann Lee on Twitter @annlee", "Follow Ann Lee on Twitter @annlee"),
        ("The ferry is back! — Ann Lee (@annlee) May 3, 2019", "— Ann Lee (@annlee) May 3, 2019"),
        ("The timetable stands at https://example.org/2019/05/03 for all.", "https://example.org/2019/05/03"),
        (
            "Senator Ann Lee Ann Maria LeeFerry strike ends 2019 race opens MORE (D-Ohio) voted no.",
            "Ann Maria LeeFerry strike ends 2019 race opens MORE",
        ),
    ],
)  # fmt: skip
def test_boilerplate_within_a_line_leaves_the_rest(line: str, aside: str) -> None:
    assert [words for words, _ in found(line)] == [aside]


@pytest.mark.parametrize(
    "line",
    [
        "Russia contributed to this outcome.",
        "The two countries contributed troops in 2003.",
        "Reporting by The Harbour Gazette showed that the ferry was unsafe in 2018.",
        "Copyright law was changed in 1976.",
        "Advertisement sales fell 4 percent in 2019.",
        "He shared a photo on Facebook in May 2016.",
        "Twitter bought the company in 2012.",
        "Follow the money, she told reporters in 1974.",
        "By 1945, the war was over.",
        "By the time Britain joined in 1973, the club had six members.",
        "Sign up for health insurance ended on Dec. 15.",
        "She asked whether voters want to sign up for the newsletter of the president.",
        "Related species were found in Kenya in 1984.",
        "Read Johnson became mayor in 2011.",
        "More than 40 ferries sank in 2011.",
        "More people died in 1918 than in 1917.",
        "LONDON (Reuters) - The ferry sank on Monday.",
        "OSLO, Norway (AP) — The ferry sank on Monday.",
        "Correction: An earlier version of this article gave the wrong year.",
        "This story was updated to correct the year of the treaty, which is 1951.",
        "Video of the crash in Paris was shown on Monday.",
        "The photo, taken by Ann Lee of Reuters in 1989, won a prize.",
        "The opinions expressed by the court in 1954 changed schools.",
        "CNN was founded by Ted Turner in 1980.",
        "The president (AP style forbids the title) spoke.",
        "Getty Images was founded in 1995 by Mark Getty and Jonathan Klein.",
        "Subscribe numbers rose to 5 million in 2019.",
        "Printed books outsold e-books in 2015.",
        "In MORE than one case, Ann Lee lied.",
        "The Associated Press first reported the story in 2004.",
        "Click-through rates doubled in 2010.",
        "“Read more books,” he said in 1999.",
        "The photo by Ann Lee of the Oslo ferry won a prize in 2019.",
        "“Reuters/Ipsos polls put her ahead in 2019.”",
        "2019",
        "Barack Obama",
    ],
)
def test_news_is_never_set_aside(line: str) -> None:
    assert found(f"The ferry sailed.\n{line}\nIt came back.") == []


def test_spans_are_in_order_and_apart() -> None:
    text = "AD\nIt sank. (Photo: Ann Lee, AP) https://example.org Follow us on Twitter\n\n___\nShare\n"
    spans = [item.span for item in find_boilerplate(text)]
    assert len(spans) > 3
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all("\n" not in span.of(text) and span.of(text).strip() == span.of(text) for span in spans)


def test_blanked_text_has_its_news_where_it_was() -> None:
    text = "Share\nIt sank in 2019. (Photo: Ann Lee, AP)\nADVERTISEMENT\nNobody was hurt. Sign up here."
    blanked = blank_out(text, (item.span for item in find_boilerplate(text)))
    assert len(blanked) == len(text)
    found = split_sentences(blanked)
    assert [s.span.of(text) for s in found] == ["It sank in 2019.", "Nobody was hurt."]
    assert [s.text for s in found] == ["It sank in 2019.", "Nobody was hurt."]
    assert blank_out(text, ()) == text


def near_alone(line: str) -> dict[str, Rows]:
    rows = boilerplate_rows()
    return rows.near(line, rows.cues_in(line, tokenise(line)))


def test_every_row_has_a_known_scope_and_compiles() -> None:
    written = [row for row in read_vocabulary("boilerplate") if row[1] != "part"]
    assert {row[1] for row in written} == set(SCOPES)
    near = near_alone(" ".join(cue.lstrip("*") for row in written for cue in row[2].split(";")))
    assert all(row.pattern for scope in SCOPES for row in near[scope])
    assert sum(map(len, near.values())) == len(written)


def test_a_cue_begins_with_a_word() -> None:
    assert [row.reason for row in near_alone("So she said hide  caption, or not")["inside"]] == ["video"]
    assert not near_alone("It is in the unhide caption")["inside"]
    assert [row.reason for row in near_alone("Ann LeeMORE about it")["inside"]] == ["headlines"]


@pytest.mark.parametrize(
    "unit",
    ["* ", "A.", "Aa ", "By Aa Bb, ", "AP Aa ", "Reporting by A.A.", "(Aa ", "Aa/", "share ", "| ", "(@a) ", "MORE Aa ",
     "Aa AaB ", "contributed ", "read more ", "https://", "sign up for ", "() ", "\n", "a" * 50 + "\n"],
)  # fmt: skip
def test_work_grows_with_length(unit: str) -> None:
    find_boilerplate("a")
    start = perf_counter()
    find_boilerplate(unit * (60_000 // len(unit)))
    find_boilerplate((unit * (690 // len(unit)) + "x§\n") * 40)
    assert perf_counter() - start < 4
