"""The app's style: keyed on our own classes, Streamlit's test ids and ARIA roles, never on its generated names."""

from considerations.render.stylesheet import CARDS, PARTS

_SCREEN = """
[class*="st-key-unseen"] { position: absolute; left: 0; width: 1px; height: 1px; overflow: hidden; }
[class*="st-key-late"] { animation: late 0s 3s both; } @keyframes late { from { visibility: hidden; } }
@media print { [data-testid="stHeader"], button { display: none !important; } }
[data-testid="stMain"] h1 { padding: 0; }
[data-testid="stHtml"] a { color: inherit; }
[class*="st-key-change-"] button p, [class*="st-key-example-"] button p { text-decoration: underline; text-align: left; }
[data-testid="stCode"] button { opacity: 1; }
p.over { margin: 0; font-weight: 650; opacity: .85; }
nav.progress ol { list-style: none; display: flex; gap: .35rem; padding: 0; margin: 0; flex-wrap: wrap; }
nav.progress li { flex: 1 1 7rem; margin: 0; padding-top: .3rem; font-size: .85rem;
  border-top: 4px solid color-mix(in srgb, currentColor 35%, transparent); }
nav.progress li.done { border-color: #2f8554; }
nav.progress li[aria-current] { border-color: #24829a; font-weight: 700; }
p.count { margin: 0; padding: .5rem .75rem; border-radius: .4rem; background: color-mix(in srgb, currentColor 7%, transparent); }
h2.asks { font-size: 1.15rem; font-weight: 650; padding: 0; margin: 0 0 .25rem; line-height: 1.3; }
[class*="st-key-question-"] [role="radiogroup"], [class*="st-key-question-"] [role="radiogroup"] > div { width: 100%; }
[class*="st-key-question-"] [role="radiogroup"] { gap: .35rem; }
[data-testid="stRadioOption"] { min-height: 2.5rem; padding: .4rem .7rem; margin: 0; align-items: center; width: 100%;
  border: 1px solid color-mix(in srgb, currentColor 55%, transparent); border-radius: .4rem; }
[data-testid="stRadioOption"]:hover { background: color-mix(in srgb, currentColor 6%, transparent); }
[data-testid="stRadioOption"]:has(input:checked) { border-color: #24829a; box-shadow: inset 0 0 0 1px #24829a;
  background: color-mix(in srgb, #24829a 14%, transparent); }
[data-testid="stRadioOption"]:has(input:focus-visible) { outline: 3px solid currentColor; outline-offset: 2px; }
.stop { border: 2px solid #b42318; border-left-width: 8px; border-radius: .4rem; padding: .9rem 1.2rem; margin: 0 0 1rem; }
.stop h2 { font-size: 1.35rem; padding: 0; margin: 0 0 .5rem; }
.stop ol li { margin: 0 0 .4rem; font-size: 1.05rem; }
.row p { margin: 0; }
.row .answer { font-weight: 650; }
.row .open { font-style: italic; font-weight: 400; }
.foot { font-size: .85rem; border-top: 1px solid color-mix(in srgb, currentColor 30%, transparent); padding-top: .6rem; margin-top: 2rem; }
@media (max-width: 640px) { [class*="st-key-row-"] { flex-direction: column; align-items: flex-start; gap: 0; } }
.foot p { margin: 0 0 .3rem; }
.look { border-left: 4px solid #24829a; padding: .2rem .9rem; margin: .4rem 0; }
.look p { margin: 0; }
.look ul { margin: 0 0 .5rem; padding-left: 1.2rem; }
"""

CSS = CARDS + PARTS + _SCREEN
