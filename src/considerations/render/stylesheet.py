"""Style cards, tables and the book, on the screen and as one file, by our own classes."""

from considerations.pack.words import paper as wording

# The number of a page, as the content of a margin box.
PAGE_NUMBER = '"{}"'.format(wording.PAGE.format(page='" counter(page) "', pages='" counter(pages) "'))

CARDS = """
.card.gap { border-style: none none none double; padding: 0 0 .2rem .8rem; }
.card.gap h3 { font-size: 1rem; }
.passage { margin: .2rem 0 .6rem; padding: .1rem .8rem; border-left: 3px solid; }
.passage p { margin: 0; font-size: .92rem; }
table.side .mark { font-weight: 650; font-style: italic; }
table.side td.none { font-style: italic; }
.wide { overflow-x: auto; }
table.side { width: 100%; min-width: 34rem; border-collapse: collapse; font-size: .92rem; }
table.side th, table.side td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem .3rem;
  border-bottom: 1px solid color-mix(in srgb, currentColor 30%, transparent); }
table.side tr.relevant > * { background: color-mix(in srgb, #24829a 14%, transparent); }
table.side th[scope="row"] { width: 24%; }
.hint { font-size: .9rem; margin: 0 0 .2rem; opacity: .88; }
.card { border: 1px solid color-mix(in srgb, currentColor 40%, transparent); border-left: 6px solid #6c7c84; border-radius: .4rem;
  padding: .8rem 1.1rem .9rem; margin: 0 0 1.1rem; }
.card.benefit { border-left-color: #2f8554; }
.card.limit { border-left-color: #b25e09; }
.card h3, .stop h3 { font-size: 1.08rem; font-weight: 650; padding: 0; margin: .15rem 0 .35rem; line-height: 1.35; }
.card { overflow-wrap: anywhere; } .card p { margin: 0 0 .45rem; }
.card .tags { display: flex; flex-wrap: wrap; gap: .2rem 1rem; font-size: .85rem; margin: 0; opacity: .9; }
.card.benefit .tags span:first-child::before { content: "+ "; }
.card.limit .tags span:first-child::before { content: "! "; }
.why { font-size: .92rem; border-top: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding-top: .5rem; margin-top: .6rem; }
.why ul, .plain ul { margin: 0 0 .3rem; padding-left: 1.2rem; }
.why p { margin: 0; }
.why li { margin: 0; }
details > summary { cursor: pointer; min-height: 1.5rem; padding: .1rem 0; }
summary:focus-visible, a:focus-visible, .wide:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
details { margin: .25rem 0; }
h2.theme { font-size: 1.25rem; padding: 0; margin: 1.2rem 0 .6rem; }
table.facts { width: 100%; border-collapse: collapse; }
table.facts th, table.facts td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0;
  border-bottom: 1px solid color-mix(in srgb, currentColor 30%, transparent); overflow-wrap: anywhere; }
table.facts th { font-weight: 650; width: 34%; }
.notice-line { border-left: 4px solid #b25e09; padding: .3rem .8rem; margin: .6rem 0; }
"""

PARTS = """
.search { position: sticky; top: var(--top, 0px); z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: .3rem .8rem;
  padding: .6rem 0; background: var(--st-background-color, Canvas); border-bottom: 1px solid color-mix(in srgb, currentColor 30%, transparent); }
.search label { font-weight: 650; }
.search input { font: inherit; flex: 1 1 12rem; min-height: 2.5rem; padding: .3rem .6rem; color: inherit; background: transparent;
  border: 1px solid color-mix(in srgb, currentColor 60%, transparent); border-radius: .4rem; }
.search input:focus-visible { outline: 3px solid currentColor; outline-offset: 1px; }
.search p { flex-basis: 100%; margin: 0; }
.book ol.contents { columns: 2; padding-left: 1.6rem; margin: .8rem 0; }
.book ol.contents li { break-inside: avoid; padding: .15rem 0; }
.book h3 { font-size: 1.08rem; font-weight: 650; padding: 0; margin: 1rem 0 .4rem; }
.book a { color: inherit; }
.contents a, .outline td a, .effects th a, .effects li a, .why > p > a { display: inline-block; min-height: 1.5rem; }
.book, .book [id] { scroll-margin-top: calc(var(--top, 0px) + 6.5rem); }
.book [tabindex="-1"]:focus { outline: 3px solid #24829a; outline-offset: 2px; }
@media screen { .book .gone, .book.by-chapter:not(.searched) > section:not(.open) { display: none; } }
.book a[aria-current="true"] { font-weight: 700; }
.book ul { margin: 0 0 .3rem; padding-left: 1.2rem; }
.book table ul { padding-left: 1rem; }
.book table.outline th { width: auto; }
.book table.outline th:first-child { width: 5.5rem; white-space: nowrap; }
.book table.effects { min-width: 44rem; font-size: .92rem; }
.book table.effects th { width: auto; }
.book q { font-style: italic; }
.book ol.references li { margin: 0 0 .6rem; overflow-wrap: anywhere; }
.depends { font-size: .92rem; }
@media (max-width: 640px) {
  .book ol.contents { columns: 1; }
  .search { position: static; }
  .book, .book [id] { scroll-margin-top: calc(var(--top, 0px) + 1rem); }
}
"""

BOOK = f"""
:root {{ color-scheme: light dark; }}
body {{ font: 1rem/1.5 system-ui, "Liberation Sans", Arial, sans-serif; margin: 0; }}
main {{ max-width: 48rem; margin: 0 auto; padding: 1.5rem; }}
h1 {{ font-size: 1.9rem; line-height: 1.25; }}
{CARDS}{PARTS}
@page {{
  margin: 14mm 13mm;
  @bottom-right {{ content: {PAGE_NUMBER}; font: 8pt "Liberation Sans", Arial, sans-serif; }}
}}
@media print {{
  :root {{ color-scheme: light; font-size: 8.8pt; }}
  body {{ line-height: 1.32; }}
  p {{ margin: 0 0 .4rem; }}
  .card {{ padding: .3rem .8rem; margin: 0 0 .5rem; }}
  .card p {{ margin: 0 0 .2rem; }}
  table.facts th, table.facts td {{ padding: .15rem .6rem .15rem 0; }}
  .book ol.references {{ columns: 2; column-gap: 2rem; font-size: .86rem; }}
  main {{ max-width: none; padding: 0; }}
  .search {{ display: none; }}
  h2, h3 {{ break-after: avoid; }}
  .card, tr, li {{ break-inside: avoid; }}
  table.side, .book table.effects {{ min-width: 0; }}
  .wide {{ overflow: visible; }}
}}
"""
