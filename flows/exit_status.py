"""What the exit status of a check says."""

NOTHING, FLAGGED, FAILED, BLIND = 0, 1, 2, 3


def exit_status(articles: int, flags: int, failures: int) -> int:
    """0 nothing flagged, 1 something flagged, 2 nothing could be done: there are failures and no article."""
    if failures and not articles:
        return FAILED
    return FLAGGED if flags else NOTHING
