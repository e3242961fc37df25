"""What a visitor does quickly, by name: answer, turn pages, look at other answers, mark points, widen the type, save, stop."""

from collections.abc import Callable

from considerations.loading.loader import load
from considerations.pack.terms import MARKS, TITLE
from tests.conftest import RULES
from tests.load.using import Use

PACK = load(RULES / "ketamine-ssri")
LAST = len(PACK.steps) - 1
QUICK = [(each.question, each.options[nth % 2].option) for nth, each in enumerate(PACK.steps[LAST].questions)]
HELD_KEYS = 12
MARKED = max((case for case in PACK.vignettes if not case.stops), key=lambda case: len(case.highlights))
_NOTE_HIT = """() => addEventListener('pointerdown', (event) => {
  window.hit = event.target.closest('[role=radiogroup]')?.ariaLabel;
}, true)"""


def answers(use: Use, pace: float) -> None:
    """Answer every question of the last step, one click each."""
    use.begin(LAST)
    for question, option in QUICK:
        use.choose(question, option)
        use.wait(pace)


def minds(use: Use, pace: float) -> None:
    """Choose one option after another of the same question, and another question in between."""
    use.begin(LAST)
    for nth in range(3):
        use.choose("age-band", PACK.question("age-band").options[nth].option)
        use.wait(pace)
        use.choose("pregnancy", PACK.question("pregnancy").options[nth].option)
        use.wait(pace)


def double_clicks(use: Use, pace: float) -> None:
    """Double click on every answer."""
    use.begin(LAST)
    for question, option in QUICK:
        use.choose(question, option, clicks=2)
        use.wait(pace)


def keys_held(use: Use, pace: float) -> None:
    """Hold an arrow key down in a group, then answer the next question."""
    use.begin(LAST)
    asked = PACK.question("age-band")
    use.choose("age-band", asked.options[0].option)
    for _ in range(HELD_KEYS):
        use.page.keyboard.down("ArrowDown")
        use.wait(0.03)
    use.page.keyboard.up("ArrowDown")
    use.chosen["age-band"] = asked.options[HELD_KEYS % len(asked.options)].option
    use.wait(pace)
    use.choose("pregnancy", "no")


def two_fingers(use: Use, pace: float) -> None:
    """Tap with two fingers in turn, as fast as both go."""
    use.begin(LAST)
    for question, option in QUICK:
        use.choose(question, option, touch=True)


def pages(use: Use, pace: float) -> None:
    """Answer and turn to the next step at once, two steps on and one back."""
    use.begin(1)
    for question, option, label, title in (
        ("severity", "mild", "Next", PACK.steps[2].title),
        ("prior-trials", "one", "Next", PACK.steps[3].title),
        ("main-aim", PACK.question("main-aim").options[0].option, "Back", PACK.steps[2].title),
        ("prior-trials", "not-assessed", "Next", PACK.steps[3].title),
    ):
        use.choose(question, option)
        use.wait(pace)
        use.press(label)
        use.heading(title)
        use.wait(0.6)


def navigation(use: Use, pace: float) -> None:
    """Answer, turn to the answers, change one, and come back."""
    use.begin(1)
    use.choose("severity", "mild")
    use.wait(pace)
    use.press("Check answers")
    use.heading("Check answers")
    use.wait(0.6)
    use.press("Change severity")
    use.heading(PACK.steps[1].title)
    use.wait(0.6)
    use.choose("severity", "severe")
    use.wait(pace)
    use.press("Back to check answers")
    use.heading("Check answers")


def what_if(use: Use, pace: float) -> None:
    """Look at three other answers of a question in turn; the last is looked at, and none is given."""
    use.begin(0, "considerations")
    use.press("Try a different answer")
    use.page.wait_for_selector("[data-testid=stButtonGroup]")
    use.settle()
    place = use.place("starts", "", "Severity:")
    assert place, "an answer to look at is offered"
    use.page.mouse.click(place["x"], place["y"])
    asked = PACK.question("severity")
    use.page.wait_for_selector(f"[role=radiogroup][aria-label='{asked.asks}']")
    looked = dict(use.chosen)
    for option in asked.options[:3]:
        use.choose("severity", option.option)
        use.wait(pace)
    use.chosen = looked
    use.settle()
    said = use.page.locator("section.what-if").inner_text()
    use.failed += f"“{asked.options[2].label}”" not in said
    use.failed += use.shown().get("severity") != asked.options[2].option
    use.begin(0, "considerations")


def marks(use: Use, pace: float) -> None:
    """Mark every point that applies, one after the other, and turn to the summary at once; then come back."""
    use.begin(0, "considerations", answers=MARKED.answers)
    fields = use.page.locator("select[data-point]")
    fields.first.wait_for()
    wanted = {point: list(MARKS)[nth % len(MARKS)] for nth, point in enumerate(MARKED.highlights)}
    for point, mark in wanted.items():
        use.page.select_option(f"select[data-point={point}]", mark)
        use.wait(pace)
    for label, title in (("Go to the summary", "Summary"), ("Considerations", TITLE)):
        use.press(label)
        use.heading(title)
        use.wait(0.6)
    fields.first.wait_for()
    use.settle()
    shown = dict(fields.evaluate_all("all => all.map((each) => [each.dataset.point, each.value])"))
    use.failed += sum(shown.get(point) != mark or use.marks().get(point) != mark for point, mark in wanted.items())


def large_type(use: Use, pace: float) -> None:
    """Tick large type, untick it and tick it again."""
    use.begin(0, "summary")
    for _ in range(3):
        use.press("Large type (about 14 point, more pages)")
        use.wait(pace)
    use.settle()
    use.failed += not use.page.get_by_role("checkbox", name="Large type").is_checked()
    use.failed += not use.page.locator("#print-root main.large").count()


def saving(use: Use, pace: float) -> None:
    """Save the text and the answers one after the other."""
    use.begin(0, "summary")
    saved: list[str] = []
    use.page.on("download", lambda download: saved.append(download.suggested_filename))
    for label in ("Save as text", "Save as FHIR"):
        use.page.get_by_role("button", name=label, exact=True).click()
        use.wait(pace)
    for _ in range(100):
        if len(saved) == 2:
            break
        use.wait(0.1)
    use.failed += 2 - len(saved)


def stop(use: Use, pace: float) -> None:
    """Choose an emergency between two other answers: it wins, and stays."""
    use.begin(0)
    use.choose("suicidal-thoughts", "none")
    use.wait(pace)
    use.choose("urgency", "emergency")
    use.wait(pace)
    # Where the stop is there already, only the question of urgency is still asked, and a click lands on no other.
    before, asks = dict(use.chosen), PACK.question("suicidal-thoughts").asks
    use.page.evaluate(_NOTE_HIT)
    use.choose("suicidal-thoughts", "thoughts-only", patient=False)
    if use.page.evaluate("window.hit") != asks:
        use.chosen = before
    use.settle()
    use.failed += use.page.locator("h1[data-title]").inner_text() != "Act first"


DOING: dict[str, Callable[[Use, float], None]] = {
    "answers": answers,
    "minds changed": minds,
    "answers, double click": double_clicks,
    "answers, arrow keys held": keys_held,
    "answers, two fingers": two_fingers,
    "pages": pages,
    "navigation": navigation,
    "what if": what_if,
    "marks": marks,
    "large type": large_type,
    "saving": saving,
    "stop": stop,
}
