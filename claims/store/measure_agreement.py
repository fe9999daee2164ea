"""How often packs that state the same thing agree: the best measure there is of how right a source is."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb

from claims.errors import PackError
from claims.store.check_facts import TOLERANCES
from claims.store.doubt_queries import MACROS
from claims.store.packs import read_pack
from claims.store.stage_packs import create_stage, stage_table


@dataclass(frozen=True, slots=True)
class Agreement:
    """For a predicate and two packs: how many slots both fill, how many of these alike, and how many more differ of
    which one side is marked unconfirmed, so that it contradicts nobody."""

    predicate: str
    packs: tuple[str, str]
    compared: int
    agreeing: int
    set_aside: int

    @property
    def rate(self) -> float | None:
        """Share of the slots filled alike, 0 to 1; None where no confirmed facts meet."""
        return self.agreeing / self.compared if self.compared else None


_STAGED = f"""
    {MACROS}
    CREATE TEMP TABLE stated AS
        SELECT pack, subject, f.predicate, value, valid_from, value_kind, temporal, single_valued = 'true' AS single, tolerance,
               status = 'unconfirmed' AS unsure,
               early(valid_from) AS first, coalesce(late(valid_to), late(as_of)) AS last
        FROM stage_facts f JOIN read_csv(?, header = true, all_varchar = true, null_padding = false) p ON p.predicate = f.predicate
        WHERE status <> 'cancelled'
        QUALIFY count(DISTINCT pack) OVER (PARTITION BY subject, f.predicate) > 1;
"""

# One value, or one a year: the same slot is the same subject and year, alike within the predicate's tolerance.
_SLOTS = """
    SELECT a.predicate, a.pack AS one, b.pack AS other, a.subject, a.valid_from AS slot, a.unsure OR b.unsure AS unsure, bool_or(same(
               a.predicate, a.value_kind, a.tolerance, a.value, a.valid_from, b.value, b.valid_from, {degrees})) AS alike
    FROM stated a JOIN stated b ON a.subject = b.subject AND a.predicate = b.predicate AND a.pack < b.pack
        AND (a.temporal <> 'interval' OR a.valid_from = b.valid_from)
    WHERE a.single AND (a.temporal <> 'interval' OR a.value_kind <> 'entity')
    GROUP BY ALL
"""
# Several values: the sets of both share one. Fuller and shorter lists of one thing are no disagreement.
_SETS = """
    SELECT a.predicate, a.pack, b.pack, a.subject, '' AS slot, a.unsure OR b.unsure AS unsure, bool_or(a.value = b.value) AS alike
    FROM stated a JOIN stated b ON a.subject = b.subject AND a.predicate = b.predicate AND a.pack < b.pack
    WHERE NOT a.single AND a.temporal <> 'interval' AND a.value_kind <> 'time' GROUP BY ALL
"""
# Holders: whoever holds it in the middle of each term of the one list must do so in the other, where that has anybody.
_HOLDERS = """
    SELECT a.predicate, least(a.pack, b.pack), greatest(a.pack, b.pack), a.subject, a.pack || a.value || a.valid_from AS slot, a.unsure OR b.unsure AS unsure, bool_or(a.value = b.value)
    FROM stated a JOIN stated b ON a.subject = b.subject AND a.predicate = b.predicate AND a.pack <> b.pack
    WHERE a.single AND a.temporal = 'interval' AND a.value_kind = 'entity'
      AND a.first + ((a.last - a.first) // 2)::INT BETWEEN b.first AND b.last GROUP BY ALL
"""
# Members: terms of one member in one body that overlap begin in the same month.
_MEMBERS = """
    SELECT a.predicate, a.pack, b.pack, a.subject, a.value || a.valid_from AS slot, a.unsure OR b.unsure AS unsure, bool_or(abs(a.first - b.first) <= 31)
    FROM stated a JOIN stated b ON a.subject = b.subject AND a.predicate = b.predicate AND a.value = b.value AND a.pack < b.pack
    WHERE NOT a.single AND a.temporal = 'interval' AND a.first <= b.last AND b.first <= a.last GROUP BY ALL
"""
_COUNTED = """
    SELECT predicate, one, other, count(*) FILTER (NOT unsure), count(*) FILTER (NOT unsure AND alike), count(*) FILTER (unsure AND NOT alike)
"""


def measure_agreement(folders: Sequence[Path], vocabulary: Path) -> list[Agreement]:
    """The agreement of every two packs on every predicate that both state of something, by predicate and pack.

    The makers of packs leave out what a better pack has alike, and mark unconfirmed what differs from it; so this is
    the agreement of facts that may contradict a statement. Raises PackError where a pack cannot be read.
    """
    try:
        with duckdb.connect() as db:
            create_stage(db, "facts")
            for folder in folders:
                stage_table(db, read_pack(folder), "facts")
            db.execute(_STAGED, [str(vocabulary / "predicates.csv")])
            slots = " UNION ALL ".join((_SLOTS.format(**TOLERANCES), _SETS, _HOLDERS, _MEMBERS))
            rows = db.execute(f"{_COUNTED} FROM ({slots}) GROUP BY ALL ORDER BY ALL").fetchall()
    except duckdb.Error as error:
        raise PackError(f"the packs cannot be compared: {str(error).splitlines()[0]}") from error
    return [Agreement(predicate, (one, other), *counts) for predicate, one, other, *counts in rows]
