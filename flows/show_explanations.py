"""Explanations for a person at a terminal: in colour there, plain where the output is no terminal."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from claims.explain import Explanation
from claims.report.explanation_as_lines import explanation_as_lines
from claims.report.list_findings import NumberedFinding
from claims.report.printable import printable
from claims.report.styled_line import StyledLine
from claims.report.wording import in_words
from claims.store.open import Store
from flows.stdout_console import StdoutConsole

STYLES = {"head": "bold", "span": "bold cyan", "flag": "bold red", "good": "green", "dim": "dim", "": ""}


def show_explanations(
    explanations: Sequence[Explanation], findings: Sequence[NumberedFinding], store: Store
) -> None:
    """Print each explanation, and a line for each finding that is not explained. No text of an article steers the terminal."""
    console = StdoutConsole()
    if not any(one.finding.is_flag for one in findings):
        console.print(_styled(StyledLine.of(0, ("No flags.", "head"))))
    for one in explanations:
        for line in explanation_as_lines(one, store):
            console.print(_styled(line))
        console.print()
    shown = {one.number for one in explanations}
    for line in _others([one for one in findings if one.number not in shown]):
        console.print(_styled(line))


def _others(findings: Sequence[NumberedFinding]) -> Iterator[StyledLine]:
    if findings:
        yield StyledLine.of(0, ("Other findings, for --finding N:", "head"))
    for one in findings:
        finding = one.finding
        said = f": {in_words(finding.verdict)} ({in_words(finding.reason)})"
        yield StyledLine.of(2, f"{one.number} ", finding.span.of(one.article.text), (said, "dim"))


def _styled(line: StyledLine) -> Text:
    parts = [(_line(text), STYLES[style]) for text, style in line.parts]
    return Text(" " * line.indent).append_text(Text.assemble(*parts))


def _line(text: str) -> str:
    """The text without line ends or anything that could steer a terminal; spaces at its ends stay."""
    return "".join(" " if char.isspace() else char for char in printable(text))
