"""The ratios that the goals are about, from the runs of a race."""

from __future__ import annotations

import statistics
from collections.abc import Mapping

from entrants import COLD, FEW, FEW_REPEATED, MANY, NATIVE, OURS, REPEATED, TYPST, WARM, WEASY, WORDS, many
from goals import Measured
from measure import Run, ratio

Runs = Mapping[str, list[Run]]


def marginal_ms(runs: Runs, who: str, few: int, most: int) -> list[float]:
    """CPU milliseconds for each edition more, round by round: what the start costs is in both and falls out."""
    pairs = zip(runs[many(who, few)], runs[many(who, most)], strict=True)
    return [1000 * (b.cpu_s - a.cpu_s) / (most - few) for a, b in pairs]


def beside_peers(runs: Runs, peaks: Mapping[str, float]) -> list[Measured]:
    """What is compared with peers; `peaks` is MB of the process tree by name."""
    theirs = marginal_ms(runs, NATIVE, FEW, MANY)

    def marginal(what: str, who: str, few: int, must: float, aim: float) -> Measured:
        pairs = zip(marginal_ms(runs, who, few, MANY), theirs, strict=True)
        return Measured(what, statistics.median(a / b for a, b in pairs), must, aim)

    def timed(what: str, ours: str, other: str, must: float, aim: float) -> Measured:
        found, clock = (ratio(runs[ours], runs[other], measure) for measure in ("cpu_s", "wall_s"))
        return Measured(what, found, must, aim, clock)

    return [
        timed("first build, empty cache, against WeasyPrint + Matplotlib", COLD, WEASY, 0.65, 0.5),
        timed("build after a change of words, against Typst + Matplotlib", WORDS, TYPST, 0.45, 0.3),
        timed("save under a warm `watch`, against Typst as a new process", WARM, NATIVE, 1.0, 0.5),
        marginal("one edition more, all charts different, against Typst", OURS, FEW, 1.0, 0.5),
        marginal("one edition more, national charts, English and Welsh", REPEATED, FEW_REPEATED, 0.6, 0.35),
        timed(f"{MANY} editions, all charts different", many(OURS, MANY), many(NATIVE, MANY), 1.0, 0.5),
        Measured(
            f"memory of the tree at {MANY} editions", peaks[many(OURS, MANY)] / peaks[many(NATIVE, MANY)], 0.8, 0.5
        ),
        Measured("bytes of one PDF", ratio(runs[COLD], runs[NATIVE], "size"), 1.0, 0.6),
    ]


def growth(runs: Runs, peaks: Mapping[str, float], most: int) -> list[Measured]:
    """How an edition's cost, and the memory, grow from 200 editions to `most`.

    CPU with as many areas in the data as there are editions, the start left out. Memory of the same data and more
    editions; and with the areas, whose figures are all held.
    """
    before = statistics.median(marginal_ms(runs, OURS, FEW, MANY))
    after = 1000 * (runs[many(OURS, most)][0].cpu_s - _median_cpu(runs, MANY)) / (most - MANY)
    last = peaks[many(OURS, most)]
    same, fewer = peaks[f"{many(OURS, MANY)} of {most:,} areas"], peaks[many(OURS, MANY)]
    return [
        Measured(f"growth: CPU of one edition more, up to {most:,} against up to {MANY}", after / before, 1.1, 1.0),
        Measured(f"growth: memory at {most:,} editions against {MANY} of the same areas", last / same, 1.1, 1.0),
        Measured(f"growth: memory at {most:,} areas and editions against {MANY} of both", last / fewer, 1.1, 1.0),
    ]


def _median_cpu(runs: Runs, editions: int) -> float:
    return statistics.median(run.cpu_s for run in runs[many(OURS, editions)])
