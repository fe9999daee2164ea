"""Whether the packages that are installed are those the program was tried with."""

import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from platform import platform, python_version

from packaging.requirements import Requirement

from claims import __version__
from flows.diagnosing.diagnosis import Diagnosis, State

PROGRAM = "fact-claims"
OLDEST = (3, 11)
NOT_SHOWN = frozenset({"dev", "docs"})
"""Extras for whoever works on the program; a newsroom misses nothing without them."""


def diagnose_packages() -> Iterator[Diagnosis]:
    """The program, Python, and each package that it names, against the versions it asks for."""
    yield Diagnosis(PROGRAM, State.GOOD, __version__)
    old = sys.version_info < OLDEST
    yield Diagnosis(
        "Python",
        State.FAILURE if old else State.GOOD,
        f"{python_version()} on {platform(terse=True)}" + ("; 3.11 or newer is needed" if old else ""),
    )
    for line in requires(PROGRAM) or []:
        requirement = Requirement(line)
        extra = _extra_of(requirement)
        if extra not in NOT_SHOWN:
            yield diagnose_package(requirement, extra)


def diagnose_package(requirement: Requirement, extra: str | None) -> Diagnosis:
    """One package; a missing one of an extra is no more than a note."""
    try:
        found = version(requirement.name)
    except PackageNotFoundError:
        return _missing(requirement.name, extra)
    if requirement.specifier.contains(found, prereleases=True):
        return Diagnosis(requirement.name, State.GOOD, found)
    return Diagnosis(
        requirement.name,
        State.FAILURE,
        f"{found} is installed, {requirement.specifier} is needed: pip install '{requirement.name}{requirement.specifier}'",
    )


def _missing(name: str, extra: str | None) -> Diagnosis:
    if extra:
        return Diagnosis(name, State.NOTE, f"not installed; pip install '{PROGRAM}[{extra}]' brings it")
    return Diagnosis(name, State.FAILURE, f"not installed: pip install {PROGRAM} again")


def _extra_of(requirement: Requirement) -> str | None:
    """The extra that a requirement belongs to, as packaging writes it into the marker."""
    marker = str(requirement.marker or "")
    return marker.partition('extra == "')[2].partition('"')[0] or None
