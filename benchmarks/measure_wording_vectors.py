"""Whether vectors would read the wordings that no row reads -> ``results/wording_vectors.json``.

    python benchmarks/measure_wording_vectors.py DEVSETS [--list]

A wording of ``pararel_dev``, with its two names replaced by their kinds, is compared with every form of every phrasing whose
predicate takes these kinds, leaving out the forms that read it: the wording is then one that the vocabulary lacks. Wordings of
relations that are none of ours should stay below the threshold. Then sentences of ``news_sample_2015_2020`` in which two names of a
predicate's kinds stand and no claim was read are compared likewise. DEVSETS is the folder with the development sets.
"""

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import permutations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claims.extracting.compile_phrase import GROUPS, compile_phrase
from claims.extracting.extract import extract_claims
from claims.extracting.mask import CLOSE, OPEN
from claims.extracting.mentions import read_mentions
from claims.extracting.phrase_forms import forms_of_phrase
from claims.matching.minilm import MiniLM
from claims.records import Article, EntityMention
from claims.store.open import Store
from claims.values.names import tokenise
from find_devset import find_devset, read_devset
from measure_pararel import read_relations
from open_checker import open_checker
from record_result import record_result

SETS = ("pararel_dev", "news_sample_2015_2020")
ARTICLES = 10
Vectors = NDArray[np.float32]
THRESHOLDS = (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9)
OTHERS = {"P101": "person text", "P1303": "person text", "P136": "person text", "P1412": "person language", "P176": "work org",
          "P276": "place place", "P495": "work country", "P530": "country country", "P937": "person place"}  # fmt: skip
"""Kinds of subject and value of the relations for which there is no predicate."""
SAID_AS = {"org": "company", "work": "film", "place": "city"}
FILLED = {"~be": "is", "~was": "was", "~ed": "was", "~have": "has", "'s": "'s"}


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a wording: the kinds it takes, its pattern, and its words."""

    predicate: str
    kinds: tuple[str, str]
    pattern: re.Pattern[str]
    text: str


def main(arguments: list[str]) -> int:
    """Measure and record; 2 where a set is missing. ``--list`` shows the news sentences above 0.7."""
    paths = find_devset([a for a in arguments if a != "--list"], str(__doc__), *SETS)
    if paths is None:
        return 2
    encoder = MiniLM()
    with open_checker(encoder=encoder) as (store, _check):
        forms = forms_of(store)
        vectors = encoder.encode([form.text for form in forms])
        wordings = score_wordings(read_devset(paths[0]), forms, vectors, encoder)
        news = score_news(read_devset(paths[1])[:ARTICLES], store, forms, vectors, encoder)
    figures = {"forms": len(forms), "wordings": summarise(wordings), "news": summarise_news(news)}
    print(record_result("wording_vectors", "python benchmarks/measure_wording_vectors.py DEVSETS", figures))
    print(figures["wordings"], figures["news"], sep="\n")
    if "--list" in arguments:
        for score, predicate, text in sorted(news, reverse=True):
            if score >= THRESHOLDS[2]:
                print(score, predicate, text)
    return 0


def forms_of(store: Store) -> list[Form]:
    """Every form whose value is an entity."""
    found = []
    for name, _boundary, phrase in store.phrasings:
        predicate = store.predicates[name]
        if predicate.value_kind != "entity" or "[time]" in phrase:
            continue
        for form in forms_of_phrase(phrase, predicate.value_kind):
            value = re.search(r"\[value(?::(\w+))?", form)
            if value and "[subject]" in form:
                kinds = predicate.subject_kind, value[1] or "org"
                found.append(Form(name, kinds, compile_phrase(form, predicate), words_of(form, kinds)))
    return found


def words_of(form: str, kinds: tuple[str, str]) -> str:
    """A form as a sentence: of alternatives the first, kinds for slots."""
    words = []
    for element in form.split():
        plain = element.removesuffix("?").lstrip("-").split("|")[0].replace("_", " ")
        role = re.match(r"\[(subject|value)", plain)
        words.append(
            said(kinds[role[1] == "value"])
            if role
            else FILLED.get(plain, plain if plain.isalpha() or plain == "," else "")
        )
    return " ".join(word for word in words if word) + "."


def said(kind: str) -> str:
    """The word for a kind of entity."""
    return f"the {SAID_AS.get(kind, kind)}"


def best(
    query: Vectors, masked: str, kinds: tuple[str, str], forms: list[Form], vectors: Vectors
) -> tuple[float, str]:
    """The nearest form of these kinds that does not read the text by itself."""
    scores = vectors @ query
    order = [
        i for i in np.argsort(-scores) if forms[i].kinds[0] == kinds[0] and fits(forms[i].kinds[1], kinds[1])
    ]
    for index in order:
        if not forms[index].pattern.search(masked):
            return round(float(scores[index]), 3), forms[index].predicate
    return 0.0, ""


def fits(slot: str, kind: str) -> bool:
    """Whether a slot takes a kind."""
    return kind in GROUPS.get(slot, (slot,))


def score_wordings(
    rows: list[dict[str, Any]], forms: list[Form], vectors: Vectors, encoder: MiniLM
) -> list[tuple[float, str, str]]:
    """For each wording the score, the predicate found, and the right one ("" where there is none)."""
    known = {r.name: (r.predicate, (r.subject_kind, r.value_kind)) for r in read_relations()}
    others = {name: ("", tuple(kinds.split())) for name, kinds in OTHERS.items()}
    results = []
    for row in rows:
        right, kinds = (known | others).get(row["relation"], ("", None))
        if kinds is None:
            continue
        texts = [p.replace("[X]", said(kinds[0])).replace("[Y]", said(kinds[1])) for p in row["patterns"]]
        for query, pattern in zip(encoder.encode(texts), row["patterns"], strict=True):
            masked = pattern.replace("[X]", f"{OPEN}{kinds[0]}:0{CLOSE}").replace(
                "[Y]", f"{OPEN}{kinds[1]}:1{CLOSE}"
            )
            results.append((*best(query, masked, kinds, forms, vectors), right))
    return results


def summarise(scored: list[tuple[float, str, str]]) -> dict[str, Any]:
    """Precision and share by threshold."""
    ours = sum(bool(right) for _score, _found, right in scored)
    table = {}
    for threshold in THRESHOLDS:
        above = [(found, right) for score, found, right in scored if score >= threshold]
        hits = sum(found == right for found, right in above)
        table[str(threshold)] = {
            "read": len(above),
            "right": hits,
            "precision": round(hits / len(above), 3) if above else None,
            "share_of_ours": round(hits / ours, 3),
        }
    return {"ours": ours, "others": len(scored) - ours, "by_threshold": table}


def score_news(
    rows: list[dict[str, Any]], store: Store, forms: list[Form], vectors: Vectors, encoder: MiniLM
) -> list[tuple[float, str, str]]:
    """The nearest predicate of each pair of names of its kinds in a sentence in which nothing was read."""
    pairs = []
    for row in rows:
        article = Article(row["id"], row["text"], "news", published=date.fromisoformat(row["date"]))
        read = [claim.sentence for claim in extract_claims(article, store).claims]
        for reading in read_mentions(article, store, tokenise(article.text)):
            if reading.sentence.span not in read:
                pairs += pairs_of(
                    reading.names[:3], reading.sentence.text, reading.sentence.span.start, forms
                )
    queries = encoder.encode([text for text, _masked, _kinds in pairs])
    return [
        (*best(query, masked, kinds, forms, vectors), text)
        for query, (text, masked, kinds) in zip(queries, pairs, strict=True)
    ]


def pairs_of(
    names: tuple[EntityMention, ...], text: str, offset: int, forms: list[Form]
) -> list[tuple[str, str, tuple[str, str]]]:
    """Sentences with two names replaced by their kinds, where some predicate takes these."""
    taken = {form.kinds for form in forms}
    found = []
    for one, other in permutations(names, 2):
        kinds = (_kind(one), _kind(other))
        if all(kinds) and any(kinds[0] == t[0] and fits(t[1], kinds[1]) for t in taken) and len(text) < 300:
            found.append(
                (_replace(text, offset, one, other, said), _replace(text, offset, one, other, _mark), kinds)
            )
    return found


def _kind(name: EntityMention) -> str:
    kinds = {sense.entity.partition("/")[0] for sense in name.senses}
    return next(iter(kinds)) if len(kinds) == 1 else ""


def _mark(kind: str) -> str:
    return f"{OPEN}{kind}:0{CLOSE}"


def _replace(
    text: str, offset: int, one: EntityMention, other: EntityMention, write: Callable[[str], str]
) -> str:
    for name in sorted((one, other), key=lambda n: -n.span.start):
        start, end = name.span.start - offset, name.span.end - offset
        text = text[:start] + write(_kind(name)) + text[end:]
    return text


def summarise_news(scored: list[tuple[float, str, str]]) -> dict[str, Any]:
    """How many pairs would be embedded, and how many lie above each threshold."""
    return {
        "articles": ARTICLES,
        "pairs_embedded": len(scored),
        "above": {str(t): sum(score >= t for score, _p, _t in scored) for t in THRESHOLDS},
    }


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
