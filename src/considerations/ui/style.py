"""The app's style: keyed on our own classes, Streamlit's test ids and ARIA roles, never on its generated names."""

CSS = """
[class*="st-key-unseen"] { position: absolute; left: 0; width: 1px; height: 1px; overflow: hidden; }
[class*="st-key-late"] { animation: late 0s 3s both; } @keyframes late { from { visibility: hidden; } }
@media print { [data-testid="stHeader"], button { display: none !important; } }
.card.silence { border-style: none none none double; padding: 0 0 .2rem .8rem; } .card.silence h3 { font-size: 1rem; } .passage { margin: .2rem 0 .6rem; padding: .1rem .8rem; border-left: 3px solid; }
.passage p { margin: 0; font-size: .92rem; } table.side .mark { font-weight: 650; font-style: italic; } table.side td.none { font-style: italic; }
.wide { overflow-x: auto; } table.side { width: 100%; min-width: 34rem; border-collapse: collapse; font-size: .92rem; }
table.side th, table.side td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem .3rem;
  border-bottom: 1px solid color-mix(in srgb, currentColor 30%, transparent); }
table.side tr.bears > * { background: color-mix(in srgb, #24829a 14%, transparent); } table.side th[scope="row"] { width: 24%; }
[data-testid="stMain"] h1 { padding: 0; }
[data-testid="stHtml"] a { color: inherit; }
[class*="st-key-change-"] button p, [class*="st-key-example-"] button p { text-decoration: underline; text-align: left; }
[data-testid="stCode"] button { opacity: 1; }
p.over { margin: 0; font-weight: 650; opacity: .85; }
nav.progress ol { list-style: none; display: flex; gap: .35rem; padding: 0; margin: 0; flex-wrap: wrap; }
nav.progress li { flex: 1 1 7rem; margin: 0; padding-top: .3rem; font-size: .85rem;
  border-top: 4px solid color-mix(in srgb, currentColor 35%, transparent); }
nav.progress li.done { border-color: #2f8554; } nav.progress li[aria-current] { border-color: #24829a; font-weight: 700; }
p.count { margin: 0; padding: .5rem .75rem; border-radius: .4rem; background: color-mix(in srgb, currentColor 7%, transparent); }
h2.asks { font-size: 1.15rem; font-weight: 650; padding: 0; margin: 0 0 .25rem; line-height: 1.3; }
.hint { font-size: .9rem; margin: 0 0 .2rem; opacity: .88; }
[class*="st-key-question-"] [role="radiogroup"], [class*="st-key-question-"] [role="radiogroup"] > div { width: 100%; }
[class*="st-key-question-"] [role="radiogroup"] { gap: .35rem; }
[data-testid="stRadioOption"] { min-height: 2.5rem; padding: .4rem .7rem; margin: 0; align-items: center; width: 100%;
  border: 1px solid color-mix(in srgb, currentColor 55%, transparent); border-radius: .4rem; }
[data-testid="stRadioOption"]:hover { background: color-mix(in srgb, currentColor 6%, transparent); }
[data-testid="stRadioOption"]:has(input:checked) { border-color: #24829a; box-shadow: inset 0 0 0 1px #24829a;
  background: color-mix(in srgb, #24829a 14%, transparent); }
[data-testid="stRadioOption"]:has(input:focus-visible) { outline: 3px solid currentColor; outline-offset: 2px; }
.card { border: 1px solid color-mix(in srgb, currentColor 40%, transparent); border-left: 6px solid #6c7c84; border-radius: .4rem;
  padding: .7rem 1rem .8rem; margin: 0 0 .8rem; }
.card.benefit { border-left-color: #2f8554; } .card.limit { border-left-color: #b25e09; }
.card h3, .stop h3 { font-size: 1.08rem; font-weight: 650; padding: 0; margin: .15rem 0 .35rem; line-height: 1.35; }
.card p { margin: 0 0 .45rem; } .card .tags { display: flex; flex-wrap: wrap; gap: .2rem 1rem; font-size: .85rem; margin: 0; opacity: .9; }
.card.benefit .tags span:first-child::before { content: "+ "; } .card.limit .tags span:first-child::before { content: "! "; }
.why { font-size: .92rem; border-top: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding-top: .4rem; }
.why ul, .plain ul { margin: 0 0 .3rem; padding-left: 1.2rem; } .why p { margin: 0; } .why li { margin: 0; }
details > summary { cursor: pointer; min-height: 1.5rem; } details { margin: .25rem 0; }
h2.theme { font-size: 1.25rem; padding: 0; margin: 1.2rem 0 .6rem; }
.stop { border: 2px solid #b42318; border-left-width: 8px; border-radius: .4rem; padding: .9rem 1.2rem; margin: 0 0 1rem; }
.stop h2 { font-size: 1.35rem; padding: 0; margin: 0 0 .5rem; } .stop ol li { margin: 0 0 .4rem; font-size: 1.05rem; }
table.facts { width: 100%; border-collapse: collapse; }
table.facts th, table.facts td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0;
  border-bottom: 1px solid color-mix(in srgb, currentColor 30%, transparent); overflow-wrap: anywhere; }
table.facts th { font-weight: 650; width: 34%; }
.row p { margin: 0; } .row .answer { font-weight: 650; } .row .open { font-style: italic; font-weight: 400; }
.foot { font-size: .85rem; border-top: 1px solid color-mix(in srgb, currentColor 30%, transparent); padding-top: .6rem; margin-top: 2rem; }
@media (max-width: 640px) { [class*="st-key-row-"] { flex-direction: column; align-items: flex-start; gap: 0; } }
.foot p { margin: 0 0 .3rem; } .notice-line { border-left: 4px solid #b25e09; padding: .3rem .8rem; margin: .6rem 0; }
"""
