"""What lasts as long as the process is taken out of the garbage collector's sight.

Store, vocabulary, indexes and model are some hundred thousand objects, more with every answer that is kept. The collector looks through
them whenever a quarter as many have come and stayed; what is frozen it passes over.
"""

import gc
from functools import cache


@cache
def spare_collector() -> None:
    """Freeze everything that is alive; once a process, when store and indexes are built. What is not part of a cycle goes as before."""
    gc.collect()
    gc.freeze()
