"""Check that a pack is called reviewed only if someone signed it off, and that a sign-off is whole and as it was written."""

from collections.abc import Iterator, Mapping

from considerations.loading.faults import Fault, Loc, Placed
from considerations.loading.names import guess
from considerations.pack import Pack, dates
from considerations.pack.reviews import Review, signed_digest
from considerations.pack.standing import to_judge

REVIEWS = "reviews.yaml"


def faults(pack: Pack, files: Mapping[str, Placed]) -> Iterator[Fault]:
    """Yield what is wrong with the sign-offs of a pack; those of other content stay, and are shown as such."""
    if pack.about.status == "reviewed" and not pack.reviews:
        message = f"{REVIEWS} has no sign-off; write 'status: draft', or add one with the 'sign-off' command"
        yield files["pack"].fault(("status",), message)
    for nth, review in enumerate(pack.reviews):
        if review.digest != signed_digest(review.parts):
            message = "this digest does not belong to these parts; restore the sign-off as it was written, or remove it"
            yield files["reviews"].fault((nth, "digest"), message)
        elif review in pack.signed:
            yield from of_review(review, pack, files["reviews"], (nth,))


def of_review(review: Review, pack: Pack, placed: Placed, path: Loc = ()) -> Iterator[Fault]:
    """Yield what is wrong with a review of the present content: its day, what it leaves out, what it names that is not there."""
    if review.date > dates.today().isoformat():
        yield placed.fault((*path, "date"), f"'{review.date}' is in the future; write the day of the review")
    names = [name for name, _ in to_judge(pack)]
    for name in review.verdicts:
        if name not in names:
            message = f"'{name}' is not part of this pack{guess(name, names)}"
            yield placed.fault((*path, "verdicts", name), message, at_key=True)
    for name in names:
        if name not in review.verdicts:
            yield placed.fault((*path, "verdicts"), f"no verdict on '{name}'; add agree, change or disagree")
