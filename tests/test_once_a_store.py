import gc
import weakref
from pathlib import Path

from claims.store.once_a_store import once_a_store
from claims.store.open import Store, open_store
from claims.store.recording import RecordingStore


class Index:
    def __init__(self, store: Store) -> None:
        self.series = frozenset(store.series)


@once_a_store
def index_of(store: Store) -> Index:
    """An index."""
    return Index(store)


@once_a_store
def other_of(store: Store) -> Index:
    return Index(store)


def test_an_index_is_made_once_for_each_store(small_store: Path):
    with open_store(small_store) as one, open_store(small_store) as two:
        assert index_of(one) is index_of(one)
        assert index_of(one) is not index_of(two)
        assert index_of(one) is not other_of(one)


def test_a_store_that_records_has_the_index_of_the_store_it_was_made_from(small_store: Path):
    with open_store(small_store) as store:
        assert index_of(RecordingStore(store)) is index_of(store)


def test_closing_a_store_frees_what_was_made_of_it(small_store: Path):
    with open_store(small_store) as store:
        index = weakref.ref(index_of(store))
        store.facts_with_value("edition_of", "series/none")
        assert store.facts_with_value.cache_info().currsize
    gc.collect()
    assert index() is None
    assert not store.facts_with_value.cache_info().currsize


def test_the_decorated_function_keeps_its_name_and_words():
    assert index_of.__name__ == "index_of"
    assert index_of.__doc__ == "An index."
