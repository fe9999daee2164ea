"""An option's text -> a day."""

from datetime import date, datetime

import typer


def parse_day(text: str) -> date:
    """The day of ``YYYY-MM-DD``, or of ``today``. Raises BadParameter, which Typer shows with the option."""
    if text.strip().lower() == "today":
        return today()
    try:
        return datetime.strptime(text.strip(), "%Y-%m-%d").date()
    except ValueError as error:
        raise typer.BadParameter(
            f"{text!r} is no day; write YYYY-MM-DD as in 2022-12-30, or today"
        ) from error


def today() -> date:
    """The day it is where the program runs."""
    return datetime.now().astimezone().date()
