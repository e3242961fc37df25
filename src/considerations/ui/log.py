"""Keep answers out of the log: of an error it tells the kind and the place, never the values in it."""

import logging
from traceback import format_tb


def keep_values_out() -> None:
    """Make every log record from now on leave out what an exception says, for that may quote an answer."""
    make = logging.getLogRecordFactory()

    def record(*args: object, **named: object) -> logging.LogRecord:
        made = make(*args, **named)
        if made.exc_info and made.exc_info[0]:
            kind, _, trace = made.exc_info
            made.msg, made.args = "%s: %s\n%s", (made.getMessage(), kind.__name__, "".join(format_tb(trace)))
            made.exc_info = None
        return made

    logging.setLogRecordFactory(record)
