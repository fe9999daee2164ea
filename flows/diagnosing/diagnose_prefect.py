"""Which Prefect API runs are told to, and whether it answers."""

from collections.abc import Mapping

import httpx

from flows.diagnosing.diagnosis import Diagnosis, State

SECONDS = 3.0
"""How long an API of one's own is given to answer."""


def diagnose_prefect(environment: Mapping[str, str]) -> Diagnosis:
    """The API of ``PREFECT_API_URL``, which is asked whether it is well, or none, which needs nothing."""
    address = environment.get("PREFECT_API_URL", "")
    if not address:
        return Diagnosis(
            "Prefect's API", State.GOOD, "each run serves its own; set PREFECT_API_URL for another"
        )
    try:
        httpx.get(f"{address.rstrip('/')}/health", timeout=SECONDS).raise_for_status()
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        cause = str(error).partition("\n")[0] or type(error).__name__
        return Diagnosis(
            "Prefect's API",
            State.FAILURE,
            f"PREFECT_API_URL is {address}, which does not answer ({cause}); start it, or unset the variable",
        )
    return Diagnosis("Prefect's API", State.GOOD, f"{address} answers")
