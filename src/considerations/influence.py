"""What each question can bring, and what each point, silence and notice hangs on: both directions, read off the rules."""

from dataclasses import dataclass

from considerations.pack import Pack, Question, Stop
from considerations.ways import Item, hangs_on, items


@dataclass(frozen=True)
class Influence:
    """What one question can bring, silences through points too, and the questions that are asked because of it."""

    items: tuple[Item, ...]
    stops: tuple[Stop, ...]
    opens: tuple[Question, ...]


def influence(question: Question, pack: Pack) -> Influence:
    """Give what a question can bring, by its own answer or as one of several."""
    name = question.question
    return Influence(
        items=tuple(item for item in items(pack) if name in hangs_on(item, pack)),
        stops=tuple(stop for stop in pack.stops.stops if name in stop.questions()),
        opens=tuple(other for other in pack.questions if other.ask_when and name in other.ask_when.questions()),
    )
