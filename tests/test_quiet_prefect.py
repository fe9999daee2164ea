import pytest

from flows.quiet_prefect import quiet_prefect

NAMES = ("PREFECT_HOME", "PREFECT_LOGGING_LEVEL", "PREFECT_SERVER_ANALYTICS_ENABLED", "DO_NOT_TRACK")
USERS = dict(zip(NAMES, ("/home", "INFO", "true", "0"), strict=True))


@pytest.mark.parametrize(
    ("given", "logs", "expected"),
    [
        ({}, False, ("{home}", "CRITICAL", "false", "1")),
        ({}, True, ("{home}", None, "false", "1")),
        (USERS, False, tuple(USERS.values())),
        ({"DO_NOT_TRACK": "0"}, False, ("{home}", "CRITICAL", "false", "0")),
    ],
)
def test_nothing_is_sent_or_logged_unless_the_user_says_otherwise(tmp_path, given, logs, expected):
    environment = dict(given)
    quiet_prefect(environment, tmp_path / "home", logs=logs)
    found = [environment.get(name) for name in NAMES]
    assert found == [value and value.format(home=tmp_path / "home") for value in expected]
