"""``results/speed.json`` -> the rows of the tables on speed and memory; parts that were not measured have none."""

from collections.abc import Iterator
from typing import Any

Row = tuple[str, str]


def readme_rows(parts: dict[str, Any]) -> Iterator[Row]:
    """What the README says of speed."""
    if runs := parts.get("runs"):
        two, thread, again = (runs[name] for name in ("two_processes", "one_thread", "unchanged"))
        yield (
            f"{runs['articles']:,} articles of {runs['words']} words, two processes on {runs['cores']} cores",
            f"{two['articles_per_second']} articles a second",
        )
        yield (
            f"{runs['articles']:,} articles as long as real ones, one thread",
            f"{runs['articles'] / thread['wall_seconds']:.1f} articles a second, at most {thread['peak_megabytes']:,} MB",
        )
        yield f"{again['articles']:,} unchanged articles", f"{again['wall_seconds']} s"
        yield "two process workers over one", f"{runs['two_over_one']} times"
    if check := parts.get("check"):
        plain, vector = check["without_vector"], check["with_vector"]
        yield (
            "`claims check` of one article, whole process",
            f"{plain['median_wall_seconds']} s, {vector['median_wall_seconds']} s where the model is needed, at most {vector['peak_megabytes']:,} MB",
        )
    for name in ("claims", "20m"):
        if claims := parts.get(name):
            yield (
                f"matching and judging one claim, {claims['facts']:,} facts",
                f"{claims['median_ms']} ms (median)",
            )


def scaling_rows(parts: dict[str, Any]) -> Iterator[Row]:
    """What docs/scaling.md adds to it."""
    yield from readme_rows(parts)
    if runs := parts.get("runs"):
        thread, encoding, prefect, again = (
            runs[name] for name in ("one_thread", "encoding", "prefect", "unchanged")
        )
        yield "seconds by stage of the run by one thread", _stages(thread["seconds_by_stage"])
        yield (
            "that run over the bare encoding of what it embeds",
            f"{runs['over_encoding_of_embedded']} ({thread['wall_seconds']} s over {encoding['embedded_seconds']} s for {encoding['embedded']:,} texts)",
        )
        yield (
            "the same over the bare encoding of every claim",
            f"{runs['over_encoding_of_every_claim']} ({encoding['every_claim_seconds']} s for {encoding['every_claim']:,} texts)",
        )
        yield (
            "seconds by stage of the unchanged articles",
            f"{_stages(again['seconds_by_stage'])}; at most {again['peak_megabytes']:,} MB",
        )
        yield "by one process", f"{runs['one_process']['articles_per_second']} articles a second"
        yield (
            "Prefect's own share of processor time",
            f"{100 * prefect['share_of_cpu']:.1f} % ({prefect['cpu_seconds']} s: its import {prefect['import_cpu_seconds']} s, a flow {prefect['flow_cpu_seconds']} s, {prefect['tasks']} tasks of {prefect['task_cpu_ms']} ms)",
        )
        yield "load of the machine before", f"{runs['load_before']}"
    dask = parts.get("dask", {})
    if "two_over_one" in dask:
        yield "two Dask workers over one", f"{dask['two_over_one']} times"


def _stages(seconds: dict[str, float]) -> str:
    return ", ".join(f"{stage} {spent:.1f}" for stage, spent in seconds.items())
