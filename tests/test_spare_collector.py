import subprocess
import sys

CODE = """
import gc
from flows.spare_collector import spare_collector
before = gc.get_freeze_count()
spare_collector()
frozen = gc.get_freeze_count()
spare_collector()
print(before, frozen > 1000, gc.get_freeze_count() <= frozen)
"""


def test_what_is_alive_is_frozen_once_a_process():
    # In a process of its own: nothing of the tests' is to outlive them.
    assert subprocess.check_output([sys.executable, "-c", CODE], text=True) == "0 True True\n"
