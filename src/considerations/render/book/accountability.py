"""Write who reviewed a pack, what has changed since, until when it may be used, and who answers for it."""

from collections import Counter

from considerations.pack import Pack, dates
from considerations.pack.reviews import SignOff
from considerations.pack.standing import changed_parts
from considerations.pack.terms import DUE
from considerations.pack.words import responsibility as wording
from considerations.render import markup
from considerations.render.markup import card, paragraph


def accountability(pack: Pack) -> str:
    """Write every sign-off, then a table of dates and statements; what nobody has said is not stated."""
    reviews = "".join(_review(review, pack) for review in pack.reviews) or paragraph(wording.NO_REVIEW)
    facts = {wording.CHECKED_BY.format(part=DUE[part]): day for part, day in dates.review_by(pack).items()}
    facts |= {title: getattr(pack.about.accountability, field) for field, title in wording.FIELDS.items()}
    stated = {title: fact or wording.NOT_STATED for title, fact in facts.items()}
    return reviews + markup.titled_list(wording.CHANGED, changed_parts(pack)) + markup.facts(stated)


def _review(review: SignOff, pack: Pack) -> str:
    verdicts = ", ".join(f"{number} {verdict}" for verdict, number in Counter(review.verdicts.values()).items())
    said = {**vars(review), "who": review.who, "files": ", ".join(review.files), "verdicts": verdicts}
    return card(
        f"<h3>{wording.REVIEWED.format(date=review.date)}</h3>",
        paragraph(wording.REVIEW.format(**said)),
        paragraph(wording.REMARKS.format(remarks=review.remarks)) if review.remarks else "",
        paragraph(wording.SIGNED if review in pack.signed else wording.OTHER_CONTENT),
    )
