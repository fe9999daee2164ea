"""The second reader that a setting names."""

from claims.errors import SettingsError
from claims.rereading.nli import NliReader
from claims.rereading.reader import SecondReader


def make_reader(setting: str, key: str = "") -> SecondReader | None:
    """``nli:MODEL`` or ``chat:MODEL@ADDRESS``; None where the setting is empty. ``key`` is what the endpoint asks for.

    Raises SettingsError where it is neither, and ModelError where the model is not on this machine.
    """
    kind, _, rest = setting.partition(":")
    if not setting:
        return None
    if kind == "nli" and rest:
        return NliReader(rest)
    model, _, address = rest.rpartition("@")
    if kind == "chat" and model and address:
        from claims.rereading.chat import ChatReader  # noqa: PLC0415 - httpx takes a quarter of a second

        return ChatReader(model, address, key)
    raise SettingsError(
        f"second_reader is {setting!r}; give nli:MODEL, or chat:MODEL@ADDRESS as chat:llama@http://127.0.0.1:8080/v1"
    )
