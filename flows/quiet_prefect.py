"""Prefect's environment, set before Prefect is imported. What the user has set stays as it is."""

from collections.abc import MutableMapping
from pathlib import Path

TELEMETRY_OFF = {"PREFECT_SERVER_ANALYTICS_ENABLED": "false", "DO_NOT_TRACK": "1"}
"""The first stops the server's heartbeat to its makers, the second the client's events."""

LOGS_OFF = {
    # At WARNING each failure would come with Prefect's own traceback; the command line says it in a line.
    "PREFECT_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_INTERNAL_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
    # Prefect's workers and its task queue (docket) log outside of Prefect's own loggers: what is left in their
    # queues at the end, and a database that is busy for a moment, which they try again.
    "PREFECT_LOGGING_ROOT_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
}


def quiet_prefect(environment: MutableMapping[str, str], home: Path, *, logs: bool = False) -> None:
    """Keep Prefect's state under ``home``, its telemetry off, and its logs off the screen unless asked for."""
    defaults = {"PREFECT_HOME": str(home.resolve()), **TELEMETRY_OFF, **({} if logs else LOGS_OFF)}
    for name, value in defaults.items():
        environment.setdefault(name, value)
