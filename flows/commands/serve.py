"""``claims serve``: runs by a schedule, for as long as the command lasts."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from prefect.schedules import Cron
from prefect.settings import PREFECT_API_URL
from prefect.types.entrypoint import EntrypointType

from claims.errors import SettingsError
from flows.check_scheduled import check_scheduled
from flows.stop_signals import StopSignals
from flows.write_terminal import complain

NAME = "claims-serve"


def serve(cron: str, timezone: str | None, parameters: Mapping[str, Any], stop: StopSignals) -> int:
    """Run ``check_scheduled`` whenever the schedule says so, one at a time, until the process is stopped. Raises SettingsError."""
    if not PREFECT_API_URL.value():
        raise SettingsError(
            "a schedule needs a Prefect server: run `prefect server start`, and set PREFECT_API_URL=http://127.0.0.1:4200/api"
        )
    try:
        schedule = Cron(cron, timezone=timezone)
    except ValueError as error:
        raise SettingsError(f"{cron!r} is no cron schedule, as '0 5 * * *' is: {error}") from error
    complain(f"serving {NAME} by {cron!r}{f' in {timezone}' if timezone else ''}; Ctrl-C ends it")
    stop.leave()  # Prefect ends the runs that are going on, and then itself
    check_scheduled.serve(
        name=NAME,
        schedule=schedule,
        parameters={**parameters, "cwd": str(Path.cwd())},
        limit=1,
        pause_on_shutdown=True,
        print_starting_message=False,
        entrypoint_type=EntrypointType.MODULE_PATH,
    )
    return 0
