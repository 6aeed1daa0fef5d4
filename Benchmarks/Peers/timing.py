"""Times a work as `InMemory` times ours."""

import resource
import time


def timed(work, runs):
    """Does the work once untimed, then `runs` times.

    Returns the seconds of each and the most memory held meanwhile, and what the work returned last.
    """
    forget_peak()
    seconds = []
    for run in range(runs + 1):
        start = time.perf_counter()
        result = work()
        if run > 0:
            seconds.append(time.perf_counter() - start)
    # Linux counts in kibibytes.
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {"seconds": seconds, "peak": peak}, result


def forget_peak():
    """The most memory held is what is held now: what reading took does not count."""
    try:
        with open("/proc/self/clear_refs", "w") as file:
            file.write("5")
    except OSError:
        pass
