"""Print a document alone: it is in a shadow root under `<body>`, and everything else is hidden while it prints."""

import streamlit as st

from considerations.explain.summary import StopNotice, Summary
from considerations.pack.words import screen
from considerations.render.paper import html
from considerations.render.paper.sheet import title
from considerations.ui.style import BUTTONS

_SCRIPT = """
export default function ({ data, parentElement }) {
  const under = (parent, tag, id) => {
    let node = document.getElementById(id);
    if (!node) { node = document.createElement(tag); node.id = id; parent.appendChild(node); }
    return node;
  };
  const host = under(document.body, 'div', 'print-root');
  host.lang = 'en';
  (host.shadowRoot || host.attachShadow({ mode: 'open' })).innerHTML = `<style>${data.css}</style>${data.html}`;
  const style = under(document.head, 'style', 'print-style');
  style.textContent = `${data.pageCss}
    @media screen { #print-root { display: none !important } }
    @media print {
      html, body { height: auto !important; overflow: visible !important; background: #fff !important; color-scheme: light !important }
      body > *:not(#print-root) { display: none !important }
      #print-root { display: block !important; color-scheme: light }
    }`;
  const [button, line] = parentElement.querySelectorAll('button, [role=status]');
  let title;
  const mend = () => {
    if (title) document.title = title;
    title = undefined;
    delete document.body.dataset.printing;
  };
  button.textContent = data.label;
  button.onclick = () => {
    let begun = false;
    addEventListener('beforeprint', () => { begun = true }, { once: true });
    addEventListener('afterprint', mend, { once: true });
    document.body.dataset.printing = 'yes';
    title ??= document.title;
    document.title = data.title;
    line.textContent = '';
    window.print?.();
    // Some browsers do not print, and some do not say when they have printed.
    setTimeout(() => { mend(); if (!begun) line.textContent = data.refused }, 2000);
  };
  return () => { mend(); host.remove(); style.remove() };
}
"""
_print = st.components.v2.component(
    "print_document", html='<button type="button" class="main"></button><p role="status"></p>', css=BUTTONS, js=_SCRIPT
)

_preview = st.components.v2.component(
    "preview",
    html='<section class="preview"></section>',
    css=".preview { background: #fff; border: 1px solid var(--st-border-color); max-width: 196mm; overflow-x: auto; }",
    js="""
export default function ({ data, parentElement }) {
  const section = parentElement.querySelector('.preview');
  section.setAttribute('aria-label', data.label);
  section.innerHTML = data.page;
}
""",
)


def preview(summary: Summary | StopNotice, *, large: bool = False) -> None:
    """Show page one as it prints."""
    page = html.fragment(summary, page_one=True, large=large)
    _preview(key="preview", data={"page": f"<style>{html.CSS}</style>{page}", "label": screen.PREVIEW})


def print_button(document: Summary | StopNotice, label: str, *, page_one: bool = False, large: bool = False) -> None:
    """Show a button that opens the browser's print dialog with this document, in its usual or in large type."""
    refused = [screen.NOT_PRINTED, *([screen.NOT_PRINTED_PDF] if isinstance(document, Summary) else [])]
    data = {
        "html": html.fragment(document, page_one=page_one, large=large),
        "css": html.CSS,
        "pageCss": html.page_css(document, large=large),
        "title": title(document),
        "label": label,
        "refused": " ".join(refused),
    }
    _print(key="print", data=data, width="content", height="content")
