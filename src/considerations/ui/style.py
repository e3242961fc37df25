"""The app's style: keyed on our own classes, Streamlit's test ids and ARIA roles, never on its generated names."""

from considerations.render.stylesheet import CARDS, PARTS

_SCREEN = """
.st-key-tab { position: absolute; left: 0; width: 1px; height: 1px; overflow: hidden; }
.st-key-late { animation: late 0s 3s both; } @keyframes late { from { visibility: hidden; } }
.line:not(:empty) { position: fixed; inset: auto 0 0; padding: .4rem 1rem; font: 1rem "Source Sans", sans-serif; color: CanvasText;
  background: Canvas; border-top: 1px solid; }
p.claims { margin: .6rem 0; padding: .3rem .75rem; font-weight: 650; border-left: 6px solid;
  background: color-mix(in srgb, currentColor 10%, transparent); }
.paper { display: none; }
@media print {
  .line { display: none; }
  [data-testid="stHeader"], .stPageLink, nav.progress, button { display: none !important; }
  .paper { display: block; }
  [data-testid="stMain"]:has(.alone) [data-testid="stVerticalBlock"] > :not(:has(.alone)) { display: none; }
}
[data-testid="stApp"] :is(a, button, main):focus-visible { outline: 3px solid currentColor !important; outline-offset: 1px; }
[data-testid="stMain"]:focus-visible { outline-offset: -3px !important; }
[data-testid="stMain"] h1 { padding: 0 0 .4rem; margin: 0; outline: none; }
[data-testid="stHtml"] a { color: inherit; }
[class*="st-key-change-"] button p, [class*="st-key-example-"] button p { text-decoration: underline; text-align: left; }
[data-testid="stMain"] button:is([kind="secondary"], [kind="tertiary"]):is(:hover, :focus, :active) { color: inherit; }
a[data-testid="stPageLink-NavLink"] { color: inherit; min-height: 2.5rem; padding: .25rem 1rem; justify-content: center;
  border: 1px solid color-mix(in srgb, currentColor 55%, transparent); border-radius: .4rem; }
.stPageLink a:has(> * [data-testid="stIconMaterial"]) { color: #fff; background: #0b5a6e; background: light-dark(#0b5a6e, #24758a); }
.stPageLink a:has(> * [data-testid="stIconMaterial"]) * { color: inherit; }
[data-testid="stButtonGroup"] button[aria-checked="true"] { border-width: 2px; font-weight: 650; }
[data-testid="stButtonGroup"] button[aria-checked="true"], [data-testid="stButtonGroup"] button[aria-checked="true"] * { color: inherit !important; }
[data-testid="stMainMenuItem-recordScreencast"] { display: none; }
pre.record { margin: 0; padding: 1rem; font-size: .875rem; white-space: pre-wrap; overflow-wrap: anywhere; border-radius: .4rem;
  background: color-mix(in srgb, currentColor 7%, transparent); }
p.lead { font-size: 1.15rem; margin: 0 0 .6rem; }
.plain h2 { font-size: 1.1rem; padding: 0; margin: 1.1rem 0 .2rem; }
.plain p { margin: 0 0 .5rem; }
p.over { margin: 0; font-weight: 650; opacity: .85; }
nav.progress ol { list-style: none; display: flex; gap: .35rem; padding: 0; margin: 0; flex-wrap: wrap; }
nav.progress li { flex: 1 1 7rem; margin: 0; padding-top: .3rem; font-size: .85rem;
  border-top: 4px solid color-mix(in srgb, currentColor 55%, transparent); }
nav.progress li.done { border-color: #2f8554; }
nav.progress li[aria-current] { border-color: #24829a; border-top-width: 7px; padding-top: calc(.3rem - 3px); font-weight: 700; }
p.count { margin: 0; padding: .5rem .75rem; border-radius: .4rem; background: color-mix(in srgb, currentColor 7%, transparent); }
h2.asks { font-size: 1.15rem; font-weight: 650; padding: 0; margin: 1rem 0 .25rem; line-height: 1.3; }
h2.asks ~ .hint:last-child { margin-bottom: -.4rem; }
.more { text-decoration: underline; white-space: nowrap; }
[role="radiogroup"], [role="radiogroup"] > div { width: 100%; }
[role="radiogroup"] { gap: .35rem; }
[role="radiogroup"][data-orientation="horizontal"] > div { flex: 1 0 auto; width: auto; min-width: 32.5%; }
[data-testid="stRadioOption"] { min-height: 2.5rem; padding: .4rem .7rem; margin: 0; align-items: center; width: 100%;
  border: 1px solid color-mix(in srgb, currentColor 55%, transparent); border-radius: .4rem; }
[data-testid="stCheckbox"] label { min-height: 1.5rem; align-items: center; }
[data-testid="stRadioOption"] p { font-size: 1rem; }
[data-testid="stRadioOption"]:hover { background: color-mix(in srgb, currentColor 6%, transparent); }
[data-testid="stRadioOption"][data-selected] { border-color: #24829a; box-shadow: inset 0 0 0 1px #24829a;
  background: color-mix(in srgb, #24829a 14%, transparent); }
[data-testid="stRadioOption"][data-focus-visible] { outline: 3px solid currentColor; outline-offset: 2px; }
.stop { border: 2px solid #b42318; border-left-width: 8px; border-radius: .4rem; padding: .9rem 1.2rem; margin: 0 0 1rem; }
.stop h2 { font-size: 1.35rem; padding: 0; margin: 0 0 .5rem; }
.stop ol li { margin: 0 0 .4rem; font-size: 1.05rem; }
div.st-key-rows { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0; align-items: stretch; }
div.st-key-rows > div { width: auto; padding-bottom: .5rem; margin-bottom: .5rem; }
div.st-key-rows > div, .row:has(+ *) { border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
div.st-key-rows > div:nth-child(even) { display: flex; padding-left: 1rem; justify-content: end; align-items: end; }
div.st-key-rows > div > [data-testid="stButton"] { width: auto; }
body[data-drawing] [data-stale="true"] { pointer-events: none; }
.row + .row { padding-top: .5rem; }
.row:has(+ *) { padding-bottom: .5rem; }
.row p { margin: 0; }
.row .answer { font-weight: 650; }
.row .open { font-style: italic; font-weight: 400; }
.foot { font-size: .85rem; border-top: 1px solid color-mix(in srgb, currentColor 30%, transparent); padding-top: .6rem; margin-top: 2rem; }
.foot p { margin: 0 0 .3rem; font-size: inherit; }
.what-if { border-left: 4px solid #24829a; padding: .2rem .9rem; margin: .4rem 0; }
.what-if p:not(.claims) { margin: 0; }
.what-if ul { margin: 0 0 .5rem; padding-left: 1.2rem; }
[data-testid="stMainBlockContainer"]:has(.overview) { max-width: 68rem; padding-inline: clamp(1rem, 3vw, 2.5rem); padding-top: 4.2rem; }
[data-testid="stHtml"] > .overview { margin-top: -1rem; }
.overview ul { list-style: none; padding: 0; }
.overview .hint { margin: 0 0 .5rem; }
.overview button, .overview select { font: inherit; font-size: .875rem; color: inherit; background: transparent;
  border: 1px solid color-mix(in srgb, currentColor 55%, transparent); border-radius: .4rem; cursor: pointer; }
.overview option { color: CanvasText; background: Canvas; }
.overview :is(button, select):focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
.overview .chips { display: flex; flex-wrap: wrap; gap: .35rem; margin: 0 0 .6rem; }
.overview .chips li, .overview .balance li { margin: 0; }
.overview .chips button { padding: .1rem .6rem; min-height: 1.75rem; text-align: left; border-radius: 1rem; }
.overview .balance { display: flex; gap: 3px; margin: .4rem 0 0; font-size: .875rem; }
.overview .balance li { padding: .25rem .5rem; flex-basis: 0; min-width: max-content; background: color-mix(in srgb, currentColor 10%, transparent); }
.overview .left-out { font-size: 1rem; font-weight: 650; padding: 0; margin: .5rem 0 .1rem; }
.glance > details > summary:hover .headline { text-decoration: underline; }
.overview .bar { display: flex; flex-wrap: wrap; align-items: center; gap: .2rem 1rem; margin: .7rem 0 0; }
.overview .bar h2 { margin: 0 auto 0 0; }
.overview .bar button { padding: .1rem .8rem; min-height: 1.9rem; }
.overview .reviewed { font-size: .9rem; }
.overview h3.theme { font-size: 1rem; font-weight: 650; padding: 0; margin: .45rem 0 .05rem; }
.glance { position: relative; border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
.glance > details { margin: 0; }
.glance > details > summary { display: grid; grid-template-columns: 8.8rem 1fr; gap: 0 .8rem; align-items: center; min-height: 2.5rem; padding: .15rem 0; }
.glance > select { position: absolute; top: .25rem; right: 0; width: 9.5rem; text-overflow: ellipsis; min-height: 2rem; padding: 0 .4rem; }
.glance:has(> select) > details > summary { padding-right: 10.5rem; }
.glance .tag { display: flex; flex-direction: column; line-height: 1.25; padding-left: .7rem; border-left: 5px solid #6c7c84; font-size: .875rem; }
.glance.benefit .tag { border-left-color: #2f8554; }
.glance.limit .tag { border-left-color: #b25e09; }
.glance .tag b::after { content: " ▸" / ""; }
.glance > details[open] > summary .tag b::after { content: " ▾" / ""; }
.glance .headline { font-weight: 550; line-height: 1.3; }
.glance .tag small { font-size: .78rem; white-space: nowrap; }
.glance[data-mark="covered"] .headline, .glance[data-mark="not-relevant"] .headline { font-weight: 400; opacity: .8; }
.glance .opened { padding: .2rem 0 .9rem 1.2rem; max-width: 44rem; overflow-wrap: anywhere; }
.glance .opened p { margin: 0 0 .45rem; }
.columns { columns: 2; column-gap: 2rem; }
.columns > * { break-inside: avoid; margin: 0; }
.columns .gap > details { margin: .1rem 0; }
.columns summary { padding-left: 1.2rem; text-indent: -1.2rem; line-height: 1.4; }
.overview .chips + details { margin: -.3rem 0 .3rem; font-size: .875rem; }
.overview .notice-line { margin: .3rem 0; padding: .1rem .8rem; }
details.part { border-top: 1px solid color-mix(in srgb, currentColor 30%, transparent); padding: .2rem 0; margin: 0; }
details.part > summary { display: list-item; }
details.part > summary h2 { display: inline; font-size: 1.05rem; margin: 0; }
@media (pointer: coarse), (max-width: 640px) { .overview :is(.chips, .bar) button, .glance > select { min-height: 2.75rem; } }
@media (max-width: 640px) {
  [data-testid="stMain"] h1 { font-size: 1.6rem; padding-top: 0; }
  .glance > details > summary { grid-template-columns: 1fr; row-gap: .25rem; padding-bottom: .6rem; }
  .glance:has(> select) > details > summary { padding-right: 0; }
  .glance:has(> select) .tag { margin-right: 10rem; min-height: 2.9rem; justify-content: center; }
  .overview .balance { flex-wrap: wrap; }
  .columns { columns: 1; }
  div.st-key-rows { grid-template-columns: minmax(0, 1fr); }
  div.st-key-rows > div:nth-child(odd) { border: none; margin: 0; padding: 0; }
  div.st-key-rows > div:nth-child(even) { padding-left: 0; justify-content: start; }
  nav.progress li { flex: 1 1 0; }
  nav.progress span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
}
@media (prefers-reduced-motion: reduce) {
  *, ::before, ::after { animation-duration: 1ms !important; animation-iteration-count: 1 !important;
    transition: none !important; scroll-behavior: auto !important; }
}
@media (forced-colors: active) {
  nav.progress li { border-color: GrayText; }
  nav.progress li[aria-current] { border-color: Highlight; }
  [data-testid="stRadioOption"][data-selected] { border: 3px solid Highlight; }
}
"""

# Components stand apart from the page's own style.
BUTTONS = """
.buttons { display: flex; flex-wrap: wrap; gap: 1rem; }
button { font: inherit; font-size: .875rem; padding: .25rem 1rem; min-height: 2.5rem; cursor: pointer; color: inherit;
  background: var(--st-background-color); border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius); }
button.main { color: #fff; background: var(--st-primary-color); border-color: var(--st-primary-color); }
button:hover { filter: brightness(.92); }
button:focus-visible { outline: 3px solid var(--st-text-color); outline-offset: 2px; }
p { margin: .4rem 0 0; font-size: .875rem; }
p:empty { margin: 0; }
"""

CSS = CARDS + PARTS + _SCREEN
