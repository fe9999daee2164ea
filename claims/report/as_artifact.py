"""The view of a report -> the short Markdown that a scheduler shows with a run."""

from claims.report.as_markdown import markdown_table, marked_markdown
from claims.report.escape_markdown import escape_markdown, link_markdown
from claims.report.flag_view import FlagView
from claims.report.view import ReportView
from claims.report.wording import action_in_words, in_words, probability_in_words

MOST_FLAGS = 50
"""Flags in the table: a scheduler keeps it for every run, and the report has them all."""

AROUND = 60
"""Characters of the sentence on each side of the flagged words."""


def as_artifact(view: ReportView, address: str, path: str) -> str:
    """The address of the report as a link and its path, the figures, and a table of the first flags."""
    lines = [f"Run {view.run.run_id}: {link_markdown('the report', address)}, `{path.replace('`', '')}`\n\n"]
    lines += markdown_table(view)
    if view.flags:
        lines.append("\n| | Article | Kind | Statement | Would fit | Sure | To do |\n")
        lines.append("| ---: | --- | --- | --- | --- | ---: | --- |\n")
        lines += [_row(flag) for flag in view.flags[:MOST_FLAGS]]
    if len(view.flags) > MOST_FLAGS:
        lines.append(f"\n{len(view.flags) - MOST_FLAGS:,} more are in the report.\n")
    return "".join(lines)


def _row(flag: FlagView) -> str:
    places = f", {len(flag.places):,} places" if len(flag.places) > 1 else ""
    cells = (
        str(flag.number),
        f"{link_markdown(flag.article.headline, flag.article.link)}{places}",
        f"{in_words(flag.verdict)}: {in_words(flag.shape)}",
        _statement(flag),
        escape_markdown(flag.repairs[0].inserted.strip()) if flag.repairs else "",
        probability_in_words(flag.confidence),
        action_in_words(flag.action),
    )
    return f"| {' | '.join(cells)} |\n"


def _statement(flag: FlagView) -> str:
    excerpt = flag.excerpt
    before, after = excerpt.before[-AROUND:], excerpt.after[:AROUND]
    return f"{escape_markdown(before)}{marked_markdown(flag.marked)}{escape_markdown(after)}"
