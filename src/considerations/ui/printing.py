"""
Print a document, and nothing of the app around it.

The document stands in a shadow root directly under `<body>`, out of reach of Streamlit's scroll boxes and styles. While
it is mounted, the button, the browser's menu and Ctrl+P all give the document alone. It goes with the page it stands on.
"""

import streamlit as st

from considerations.render import html
from considerations.render.sheet import title
from considerations.summary import StopNotice, Summary

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
  const button = parentElement.querySelector('button');
  button.textContent = data.label;
  button.onclick = () => {
    const title = document.title;
    document.body.dataset.printing = 'yes';
    document.title = data.title;
    window.addEventListener('afterprint', () => {
      delete document.body.dataset.printing;
      document.title = title;
    }, { once: true });
    window.print();
  };
  return () => { host.remove(); style.remove() };
}
"""
_STYLE = """
button { font: inherit; font-size: .875rem; padding: .25rem 1rem; min-height: 2.5rem; cursor: pointer; color: #fff;
  background: var(--st-primary-color); border: 1px solid var(--st-primary-color); border-radius: var(--st-button-radius); }
button:hover { filter: brightness(.92); }
button:focus-visible { outline: 3px solid var(--st-text-color); outline-offset: 2px; }
"""
_print = st.components.v2.component("print_document", html='<button type="button"></button>', css=_STYLE, js=_SCRIPT)


def print_button(document: Summary | StopNotice, label: str, *, large: bool = False) -> None:
    """Show a button that opens the browser's print dialog with this document, in its usual or in large type."""
    data = {
        "html": html.fragment(document, large=large),
        "css": html.CSS,
        "pageCss": html.page_css(document, large=large),
        "title": title(document),
        "label": label,
    }
    _print(key="print", data=data, width="content", height="content")
