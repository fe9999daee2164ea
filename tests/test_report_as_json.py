import json
from itertools import permutations

from claims.report.as_json import as_json
from report_sample import articles, bridge, diplomacy, failures

TEXT = bridge().article.text
WORDS = "German Chancellor Angela Merkel"
START = TEXT.index(WORDS)


def test_a_finding_follows_the_contract_to_the_letter():
    (article,) = as_json([bridge()], [])["articles"]
    assert article == {
        "id": "bridge",
        "source": "seeds/wire.jsonl:10",
        "published": "2023-05-12",
        "error": None,
        "coverage": {
            "sentences": TEXT.count("."),
            "worth_checking": None,
            "claims": 1,
            "judged": 1,
            "set_aside": {},
            "unjudged": [],
        },
        "findings": [
            {
                "span": {"start": START, "end": START + len(WORDS), "text": WORDS},
                "sentence": {"start": TEXT.index("“"), "end": TEXT.index(" Nobody")},
                "statement": WORDS,
                "shape": "office",
                "verdict": "outdated",
                "reason": "former_holder",
                "slot": "holder",
                "voice": "quoted",
                "modality": "asserted",
                "confidence": 0.622,
                "explanation": "Olaf Scholz, not Angela Merkel, held the office.",
                "facts": [
                    {
                        "id": "leaders/germany/2021",
                        "text": "Olaf Scholz was Chancellor of Germany from 8 December 2021 to 6 May 2025",
                        "valid_from": "2021-12-08",
                        "valid_to": "2025-05-06",
                        "as_of": "2026-01-31",
                        "source": "https://example.org/leaders?country=de&kind=government",
                    },
                    {
                        "id": "leaders/germany/2005",
                        "text": "Angela Merkel was Chancellor of Germany from 22 November 2005 to 8 December 2021",
                        "valid_from": "2005-11-22",
                        "valid_to": "2021-12-08",
                        "as_of": None,
                        "source": "leaders",
                    },
                ],
                "repairs": [
                    {
                        "start": START,
                        "end": START + len(WORDS),
                        "replacement": replacement,
                        "fact_ids": ["leaders/germany/2021"],
                    }
                    for replacement in (
                        "German Chancellor Olaf Scholz",
                        "former German Chancellor Angela Merkel",
                    )
                ],
                "second_reading": None,
                "decision": None,
            }
        ],
    }


def test_a_failure_is_an_article_with_its_error():
    assert as_json([], failures()[:1]) == {
        "articles": [
            {
                "id": "seeds/photo.txt",
                "source": "seeds/photo.txt",
                "published": None,
                "error": "The file is binary; give the text of the article",
                "coverage": None,
                "findings": [],
            }
        ]
    }


def test_the_order_in_which_articles_come_in_leaves_no_trace():
    written = {
        json.dumps(as_json(order, failures()[:: 1 if first else -1]))
        for first, order in enumerate(permutations(articles()))
    }
    assert len(written) == 1


def test_an_open_end_and_an_unknown_date_are_null():
    war = as_json([diplomacy()], [])["articles"][0]["findings"][2]
    assert war["facts"][0]["valid_to"] is None
    assert as_json(articles(), [])["articles"][0]["published"] is None


def test_no_article_gives_an_empty_list():
    assert as_json([], []) == {"articles": []}
