"""Addresses as they are given on the command line."""

import json

from claims.reading.reading_settings import ReadingSettings
from fake_encoder import FakeEncoder
from flows.commands.check import check_files
from flows.commands.read_inputs import read_inputs
from web_server import story, web_server

LOCAL = ReadingSettings(allow_private=True, host_delay_s=0, obey_robots=False, attempts=1)


def test_check_reads_an_address(small_store, capsys):
    with web_server() as server:
        server.answers["/a"] = story
        url, gone = server.url("/a"), server.url("/gone")
        assert check_files([url, gone], True, None, small_store, FakeEncoder(), reading=LOCAL) == 0
    printed = capsys.readouterr()
    read, failed = json.loads(printed.out)["articles"]
    assert (read["source"], read["error"]) == (url, None)
    assert "no such page" in failed["error"]
    assert f"{gone}: The server answers 404" in printed.err


def test_without_the_setting_an_address_of_this_machine_is_refused():
    with web_server() as server:
        server.answers["/a"] = story
        articles, (failure,) = read_inputs([server.url("/a")], None)
    assert articles == []
    assert "private or loopback" in failure.error
    assert not server.asked
