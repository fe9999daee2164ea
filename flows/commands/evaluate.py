"""``claims evaluate``: how good the findings are, on labelled cases or on untouched articles."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from claims.check import check_article
from claims.errors import CaseError
from claims.evaluate import evaluate_cases, evaluate_untouched, read_cases, read_judgements
from claims.matching.minilm import MiniLM
from claims.reading.read import read_articles
from claims.records import Article, ReadFailure
from claims.settings import Settings
from claims.store.encoder import Encoder
from claims.store.open import open_store
from flows.commands.prepare_facts import prepare_facts
from flows.exit_status import FAILED, NOTHING
from flows.write_terminal import complain_of, write_json, write_lines

LISTS = ("false_flags", "misses", "unrepaired", "unsupported")


def evaluate_files(
    files: Sequence[Path],
    *,
    untouched: bool,
    judged: Path | None,
    as_json_: bool,
    facts: Path | None,
    encoder: Encoder | None = None,
) -> int:
    """Print the figures of the design's section 7; 0 where they could be measured."""
    if judged and not untouched:
        raise CaseError("--judged goes with --untouched: labelled cases need no judgements")
    encoder = encoder or MiniLM()
    judgements = read_judgements(judged) if judged else None
    cases = [] if untouched else [case for path in files for case in read_cases(path)]
    failures: list[ReadFailure] = []
    with open_store(prepare_facts(encoder, facts)) as store:
        check = partial(check_article, store=store, encoder=encoder, settings=Settings())
        if untouched:
            result = evaluate_untouched(_articles(files, failures), check, judgements)
        else:
            result = evaluate_cases(cases, check)
    complain_of(failures)
    if as_json_:
        write_json(result)
    else:
        write_lines(_untouched_lines(result) if untouched else _case_lines(result))
    return FAILED if failures and not result["articles"] else NOTHING


def _articles(files: Sequence[Path], failures: list[ReadFailure]) -> Iterator[Article]:
    """The articles to read; what cannot be read is put aside."""
    for item in read_articles(files, None, getattr(sys.stdin, "buffer", None)):
        if isinstance(item, Article):
            yield item
        else:
            failures.append(item)


def _percent(rate: dict[str, Any]) -> str:
    if rate["rate"] is None:
        return "-"
    share, low, high = (f"{100 * rate[key]:.1f}" for key in ("rate", "low", "high"))
    return f"{rate['hits']}/{rate['total']} = {share} % ({low}-{high})"


def _case_lines(result: dict[str, Any]) -> Iterable[str]:
    yield f"{result['cases']} cases; shares with Wilson 95 % intervals"
    for name, figures in {"all": result["all"], **result["by_shape"]}.items():
        yield ""
        yield name
        for key in ("recall", "repaired_recall", "precision", "support_rate"):
            yield f"  {key:<16} {_percent(figures[key])}"
        yield f"  {'false_flags':<16} {figures['false_flags_per_1000']} per 1,000 cases"
    for key in LISTS:
        if result[key]:
            yield ""
            yield f"{key} ({len(result[key])})"
            yield from (
                f"  {row['case']}: {row['text']} (expected: {row['expected'] or '-'}; got: {row['got'] or '-'})"
                for row in result[key]
            )


def _untouched_lines(result: dict[str, Any]) -> Iterable[str]:
    yield (
        f"articles {result['articles']}, claims {result['claims']}, supported {result['supported']}, "
        f"flags {result['flags']} = {result['flags_per_1000']} per 1,000 articles"
    )
    yield f"judged: {result['real']} real, {result['false']} false, {result['unjudged']} not judged"
    if result["unmatched"]:
        yield f"{result['unmatched']} judgements are of flags that were not raised here"
    for flag in result["listed"]:
        yield ""
        yield f"{flag['key']} ({flag['judgement']}, {flag['confidence']})"
        yield f"  {' '.join(flag['context'].split())}"
        yield f"  {flag['explanation']}"
