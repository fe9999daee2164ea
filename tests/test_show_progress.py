import io

from rich.console import Console

from flows.show_progress import progress, show_progress


def shown(quiet, *, terminal):
    screen = Console(file=io.StringIO(), force_terminal=terminal, width=100)
    with show_progress(quiet, screen):
        progress("Claims found", 3, 10)
    return screen.file.getvalue()


def test_a_stage_has_a_bar_on_a_terminal():
    printed = shown(False, terminal=True)
    assert "Claims found" in printed
    assert "3/10" in printed


def test_nothing_is_drawn_where_it_is_no_terminal_or_not_wanted():
    assert shown(False, terminal=False) == ""
    assert shown(True, terminal=True) == ""


def test_progress_outside_of_a_display_goes_nowhere(capsys):
    progress("Claims found", 1, 2)
    assert capsys.readouterr() == ("", "")
