"""``python -m flows`` is the ``claims`` program."""

from flows.cli import main

main()
