"""Keep answers out of the log, and stop visitors from filling it: an error is logged by kind and place, never with its values."""

import logging
from collections import Counter
from traceback import format_tb

from considerations.loading.faults import printable

# How many records a line of code may write within a minute; more would tell nothing new.
MOST = 100


def keep_values_out() -> None:
    """Leave the messages of exceptions out of every log record from now on, because they may quote an answer."""
    make = logging.getLogRecordFactory()
    counts: Counter[tuple[str, int]] = Counter()
    minute = 0.0

    def record(*args: object, **named: object) -> logging.LogRecord:
        nonlocal minute
        entry = make(*args, **named)
        if entry.created // 60 != minute:
            counts.clear()
            minute = entry.created // 60
        counts[entry.pathname, entry.lineno] += 1
        if counts[entry.pathname, entry.lineno] > MOST:
            entry.levelno = -1  # below the level of every handler, so that none writes it
        elif entry.exc_info and entry.exc_info[0]:
            kind, _, trace = entry.exc_info
            entry.msg, entry.args = (
                "%s: %s\n%s",
                (printable(entry.getMessage()), kind.__name__, "".join(format_tb(trace))),
            )
            entry.exc_info = None
        elif not (message := entry.getMessage()).isprintable():
            entry.msg, entry.args = "%s", (printable(message),)
        return entry

    logging.setLogRecordFactory(record)
