"""Word the entries that the command `new` writes, as YAML: each text that an author still has to write is marked."""

ABOUT = """\
pack: {pack}
title: "TO DO: a title for the questionnaire"
version: 0.1.0
status: draft
intended_use: "TO DO: what this is for, in one sentence."
source:
  title: "TO DO: the title of the article"
  # What else is known of it: kind, author, publisher, date, references, review.
  sha256: {sha256}
# What the points are about: id and title. Points are shown in this order.
themes:
  article: Points of the article
"""
STEPS = """\
# The questions in asking order; each step is one page.
- step: first
  title: First questions
  questions:
    - question: urgency
      short: Urgency
      asks: How urgent is this?
      why: In an emergency, only what comes first is shown.
      how_to_answer: "TO DO: how to tell the answers apart."
      # Options that no rule uses.
      neutral: [can-wait, not-assessed]
      options:
        emergency: {label: Emergency, phrase: emergency}
        can-wait: {label: Not an emergency}
        not-assessed: {label: Not assessed}
"""
STOPS = """\
# Add `checked: "YEAR-MONTH-DAY"`, `checked_how` and `contacts` once the crisis lines have been checked.
stops:
  - stop: emergency
    # The answers that leave no time for the points.
    when: {urgency: emergency}
    headline: "TO DO: what has happened, in one line."
    first:
      - "TO DO: what comes first."
    after: "TO DO: when to come back to the points."
"""
QUESTION = """\
- question: {name}
  # Its name in lists, two or three words.
  short: "TO DO: {name}"
  asks: "TO DO: the question, as a clinician would put it?"
  why: "TO DO: why it is asked."
  how_to_answer: "TO DO: how to tell the answers apart."
  # Options that no rule uses. Take out each one that a rule comes to use.
  neutral: [yes, no, not-assessed]
  options:
    yes: {{label: "Yes"}}
    no: {{label: "No"}}
    not-assessed: {{label: Not assessed}}
"""
POINT = """\
- point: {name}
  # The sentences that say it.
  cites: [{address}]
  theme: {theme}
  # benefit, limit or neither: what the article claims.
  valence: neither
  headline: "TO DO: the claim, in our own words."
  says: "TO DO: two or three sentences on what the article says."
  ask: "TO DO: a neutral question to discuss?"
  highlight:
    # The answers for which it applies, such as {{question: [option, option]}}.
    - when: always
"""
GAPS = """\
groups:
  left-out: What the article leaves out
gaps:
  # What a careful clinician would look for, and the article does not say.
"""
GAP = """\
- gap: {name}
  group: {group}
  topic: "TO DO: the topic, in a few words"
  note: "TO DO: what is missing, in at most 60 words."
  # Publications on it, by their id in evidence.yaml.
  refs: []
  # Words that would be in the article if it covered this topic; the check looks for them.
  absent: ["TO DO: a word"]
  # The answers for which it is relevant.
  relevant:
    - when: always
"""
STOP = """\
- stop: {name}
  # The answers that leave no time for the points.
  when: {{{question}: {option}}}
  headline: "TO DO: what has happened, in one line."
  first:
    - "TO DO: what comes first."
  after: "TO DO: when to come back to the points."
"""
VIGNETTE = """\
- vignette: "TO DO: {name}, an invented case in one line"
  # The answers of the case. `vignettes PACK --update` then writes what they show.
  answers: {{}}
"""
