"""What the comparisons found, in Markdown."""

import statistics

from .turns import growth


def markdown(heads, rows):
    """A table whose columns lie to the right but for those marked with a leading `<`."""
    yield "| " + " | ".join(head.removeprefix("<") for head in heads) + " |"
    yield "|" + "|".join("---" if head.startswith("<") else "--:" for head in heads) + "|"
    for row in rows:
        yield "| " + " | ".join(row) + " |"


def spread(seconds):
    """Median, least and most, to three digits of the median."""
    median = statistics.median(seconds)
    digits = 3 if median >= 0.1 else 4 if median >= 0.01 else 5
    return "{:.{d}f} ({:.{d}f}–{:.{d}f})".format(median, min(seconds), max(seconds), d=digits)


def ratio(seconds, base):
    return f"{statistics.median(seconds) / statistics.median(base):.2f}"


def megabytes(size):
    return f"{size / 1e6:.0f} MB" if size else ""


HEADS = ["<Work", "Size", "palmares, s", "<Peer", "Peer, s", "Peer ÷ palmares", "Peak, palmares", "Peak, peer"]


def contests(comparisons):
    """One line a peer."""
    rows = []
    for one in comparisons:
        head = [one.work.name, one.work.label, spread(one.seconds)]
        lines = list(one.lines())
        for name, seconds, peak in lines:
            times = [spread(seconds), ratio(seconds, one.seconds)] if seconds else ["out of memory", ""]
            rows.append([*head, name, *times, megabytes(one.peak), megabytes(peak)])
        if not lines:
            rows.append([*head, "", "", "", megabytes(one.peak), ""])
    yield from markdown(HEADS, rows)


def summary(comparisons):
    """One line a work and size: the fastest peer, and how many times palmares' time the others take."""
    rows = []
    for one in comparisons:
        lines = sorted(
            (line for line in one.lines() if line[1]), key=lambda line: statistics.median(line[1]))
        row = [one.work.name, one.work.label, spread(one.seconds)]
        if lines:
            name, seconds, peak = lines[0]
            row += [name, spread(seconds), ratio(seconds, one.seconds), megabytes(one.peak), megabytes(peak)]
        else:
            row += ["", "", "", megabytes(one.peak), ""]
        others = (f"{name} {ratio(seconds, one.seconds)}" for name, seconds, _ in lines[1:])
        rows.append([*row, ", ".join(others)])
    yield from markdown(
        [*HEADS[:3], "<Fastest peer", *HEADS[4:], "<Others ÷ palmares"], rows)


def growths(comparisons):
    """How palmares' time grows, for every work done at several sizes; empty where there is none."""
    works = {}
    for one in comparisons:
        works.setdefault(one.work.name, []).append(one)
    rows = [
        [name, f"{ones[0].work.label} to {ones[-1].work.label}", f"{growth(ones):.2f}"]
        for name, ones in works.items() if len({one.work.size for one in ones}) > 1
    ]
    if rows:
        yield from markdown(["<Work", "Sizes", "palmares’ time grows as size to the power"], rows)


def limits(comparisons):
    """How far palmares is from its limits; empty where none was measured."""
    rows = [
        [one.work.name, one.work.label, spread(one.seconds), name, spread(seconds), ratio(one.seconds, seconds)]
        for one in comparisons
        for name, seconds in (
            (name, [run.seconds for run in runs]) for name, runs in one.limits.items() if runs)
    ]
    if rows:
        yield from markdown(["<Work", "Size", "palmares, s", "<Limit", "Limit, s", "palmares ÷ limit"], rows)
