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
