"""Seconds by stage."""

from time import sleep

import pytest

from flows.stopwatch import Stopwatch


def test_a_stage_that_comes_again_is_added_up() -> None:
    watch = Stopwatch()
    for _ in range(2):
        with watch.time("read"):
            sleep(0.01)
    with watch.time("judge"):
        pass
    assert list(watch.seconds) == ["read", "judge"]
    assert 0.02 <= watch.seconds["read"] <= watch.total + 0.001  # kept in milliseconds
    assert watch.seconds["judge"] < watch.seconds["read"]


def test_a_stage_that_fails_has_its_time() -> None:
    watch = Stopwatch()

    def fail() -> None:
        with watch.time("read"):
            sleep(0.01)
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        fail()
    assert watch.seconds["read"] >= 0.01
