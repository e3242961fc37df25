"""Keep answers out of the log, and visitors from filling it: of an error it tells the kind and the place, never the values in it."""

import logging
from collections import Counter
from traceback import format_tb

from considerations.loading.positions import printable

# How many records a line of code writes within a minute; of the rest only their number would be new.
MOST = 100


def keep_values_out() -> None:
    """Make every log record from now on leave out what an exception says, for that may quote an answer."""
    make = logging.getLogRecordFactory()
    counts: Counter[tuple[str, int]] = Counter()
    minute = 0.0

    def record(*args: object, **named: object) -> logging.LogRecord:
        nonlocal minute
        made = make(*args, **named)
        if made.created // 60 != minute:
            counts.clear()
            minute = made.created // 60
        counts[made.pathname, made.lineno] += 1
        if counts[made.pathname, made.lineno] > MOST:
            made.levelno = -1  # below the level of every handler, so that none writes it
        elif made.exc_info and made.exc_info[0]:
            kind, _, trace = made.exc_info
            made.msg, made.args = (
                "%s: %s\n%s",
                (printable(made.getMessage()), kind.__name__, "".join(format_tb(trace))),
            )
            made.exc_info = None
        elif not (said := made.getMessage()).isprintable():
            made.msg, made.args = "%s", (printable(said),)
        return made

    logging.setLogRecordFactory(record)
