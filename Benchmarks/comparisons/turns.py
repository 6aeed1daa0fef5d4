"""Running contestants by turns, and what the runs amount to."""

import dataclasses
import math
import statistics
import time
from collections.abc import Callable

from .processes import Measure, OutOfMemory, say


@dataclasses.dataclass
class Work:
    """One thing to be done, on data of one size, by palmares and by its peers."""

    name: str
    # Growth is measured over it.
    size: int
    ours: Callable[[], Measure]
    peers: dict[str, Callable[[], Measure]] = dataclasses.field(default_factory=dict)
    # What no program could do faster.
    limits: dict[str, Callable[[], Measure]] = dataclasses.field(default_factory=dict)
    # Fails where answers differ; returns remarks. Asked once all have run once.
    check: Callable[[], list[str]] = lambda: []
    # The size as it is printed.
    label: str = ""

    def __post_init__(self):
        self.label = self.label or grouped(self.size)


@dataclasses.dataclass
class Comparison:
    """The runs that count."""

    work: Work
    ours: list[Measure]
    peers: dict[str, list[Measure]]
    limits: dict[str, list[Measure]]
    remarks: list[str]

    @property
    def seconds(self):
        return [run.seconds for run in self.ours]

    @property
    def peak(self):
        return max(run.peak for run in self.ours)

    def lines(self):
        """Each peer's name, seconds and peak, and once more without its start where that is known."""
        for name, runs in self.peers.items():
            peak = max((run.peak for run in runs), default=0)
            yield name, [run.seconds for run in runs], peak
            if runs and runs[0].aside is not None:
                yield f"{name}, start aside", [run.aside for run in runs], peak


def compare(work, rounds):
    """Runs all by turns: once uncounted, then the check of the answers, then as many rounds as asked."""
    say(f"· {work.name}, {work.label}")
    start = time.monotonic()
    contestants = {"palmares": work.ours} | work.peers | work.limits
    found = {name: [] for name in contestants}
    remarks = []
    for turn in range(rounds + 1):
        for name in list(contestants):
            try:
                measure = contestants[name]()
            except OutOfMemory:
                if name == "palmares":
                    raise
                del contestants[name]
                remarks.append(f"{work.name}, {work.label}: {name} ran out of memory.")
                continue
            if turn > 0:
                found[name].append(measure)
        if turn == 0:
            remarks += work.check()
        else:
            times = (f"{name} {runs[-1].seconds:.4f} s" for name, runs in found.items() if runs)
            say(f"  {turn}: {', '.join(times)}")
    say(f"  in {time.monotonic() - start:.0f} s")
    return Comparison(
        work, found["palmares"], {name: found[name] for name in work.peers},
        {name: found[name] for name in work.limits}, remarks)


def growth(comparisons):
    """The exponent e of time ∼ sizeᵉ: the slope of the least squares line through the logarithms."""
    points = [(math.log(one.work.size), math.log(statistics.median(one.seconds))) for one in comparisons]
    x, y = (statistics.fmean(axis) for axis in zip(*points))
    return sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points)


def grouped(number):
    return f"{number:,}".replace(",", "\u202f")
