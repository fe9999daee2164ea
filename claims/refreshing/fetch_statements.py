"""One query of a template -> the statements it finds, over the network."""

from datetime import date
from pathlib import Path

import httpx

from claims.refreshing.ask_patiently import Patience
from claims.refreshing.endpoint import Endpoint
from claims.refreshing.fetch_pages import fetch_pages
from claims.refreshing.read_answer import read_answer
from claims.refreshing.read_templates import Query
from claims.refreshing.statements import Found


def fetch_statements(
    query: Query, endpoint: Endpoint, work: Path, patience: Patience | None = None
) -> tuple[Found, date]:
    """What the query finds, and the day it was asked. Raises Unreachable or RefreshError."""
    found = Found()
    # No redirects: a server elsewhere might be one without encryption.
    with httpx.Client(follow_redirects=False) as client:
        pages = fetch_pages(client, endpoint, query.text, work, patience or Patience())
    for rows in pages.rows:
        read_answer(query, rows, found)
    return found, pages.day
