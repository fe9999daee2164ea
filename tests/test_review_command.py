"""``claims review`` as a process: where it listens, what it refuses, how it ends."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest

from claims.errors import LedgerError, ServerError
from desk_ledger import write_ledger
from flows.commands.review import serve_desk

SERVE = [sys.executable, "-m", "flows", "review", "--port", "0", "--out"]


def ask(address):
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(address, timeout=20) as answer:
        return answer.read().decode()


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_stopped(tmp_path, number):
    write_ledger(tmp_path / "runs.duckdb")
    command = [*SERVE, str(tmp_path), "--reviewer", "Ada"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stdout=-1, stderr=-1, text=True, env=environment) as desk:
        try:
            line = desk.stdout.readline()
            assert line.startswith("Review desk: http://127.0.0.1:")
            page = ask(line.split()[2])
            assert "2020 Winter Olympics" in page
            assert 'value="Ada"' in page
            desk.send_signal(number)
            assert desk.wait(20) == 0
            assert desk.stderr.read() == ""
        finally:
            desk.kill()


def serve(out, **more):
    given = {
        "host": "127.0.0.1",
        "port": 0,
        "token": "",
        "names": (),
        "reviewer": "",
        "browser": False,
        **more,
    }
    return serve_desk(
        out,
        given.pop("host"),
        given.pop("port"),
        given.pop("token"),
        given.pop("names"),
        given.pop("reviewer"),
        **given,
    )


def test_what_it_cannot_do_is_said_before_it_starts(tmp_path):
    with pytest.raises(LedgerError, match="holds no ledger"):
        serve(tmp_path)
    (tmp_path / "runs.duckdb").write_text("no ledger " * 1000)
    with pytest.raises(LedgerError, match="not a run database"):
        serve(tmp_path)
    (tmp_path / "runs.duckdb").unlink()
    write_ledger(tmp_path / "runs.duckdb")
    with pytest.raises(ServerError, match="give --token SECRET"):
        serve(tmp_path, host="0.0.0.0")
    with pytest.raises(ServerError, match="too easy to guess"):
        serve(tmp_path, token="x" * 15)
    with (
        socket.create_server(("127.0.0.1", 0)) as taken,
        pytest.raises(ServerError, match="give another --port"),
    ):
        serve(tmp_path, port=taken.getsockname()[1])
    with pytest.raises(ServerError, match="cannot listen"):
        serve(tmp_path, host="no such host", token="x" * 16)
