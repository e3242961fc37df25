"""What each question can bring, and what each point and silence hangs on: both directions, read off the rules."""

from dataclasses import dataclass

from considerations.annex import Silence
from considerations.pack import Pack, Point, Question, Stop
from considerations.ways import hangs_on


@dataclass(frozen=True)
class Influence:
    """What one question can bring, silences through points too, and the questions that are asked because of it."""

    question: Question
    points: tuple[Point, ...]
    silences: tuple[Silence, ...]
    stops: tuple[Stop, ...]
    opens: tuple[Question, ...]

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes, by id, of the points it can bring."""
        return tuple(dict.fromkeys(point.theme for point in self.points))


def influence(question: Question, pack: Pack) -> Influence:
    """Give what a question can bring, by its own answer or as one of several."""
    name = question.question
    return Influence(
        question=question,
        points=tuple(point for point in pack.points if name in hangs_on(point, pack)),
        silences=tuple(silence for silence in pack.silences.silences if name in hangs_on(silence, pack)),
        stops=tuple(stop for stop in pack.stops.stops if name in _of_stop(stop)),
        opens=tuple(other for other in pack.questions if other.ask_when and name in other.ask_when.questions()),
    )


def _of_stop(stop: Stop) -> set[str]:
    return {*stop.when.questions(), *(stop.until.questions() if stop.until else ())}
