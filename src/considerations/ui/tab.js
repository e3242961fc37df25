// What the browser's tab does for the app: it keeps what was answered, holds clicks while no server knows the answers,
// names the window after the heading of a page, moves the focus there when it was turned to, and reads out what changed on a page that stays.
// Streamlit may load this script anew with each page, so whatever lasts is in `here`.
const here = (window.considerations ??= { used: 0 });
const NAME = 'considerations';
const MINUTE = 60_000;
const ICON = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
  + '<rect width="32" height="32" rx="6" fill="#0b5a6e"/><path d="M8 10h16M8 16h16M8 22h10" stroke="#fff" stroke-width="3"/></svg>')}`;

const read = () => {
  try {
    const { at, state } = JSON.parse(sessionStorage.getItem(NAME));
    return Date.now() - at < here.life && state.length <= here.limit ? String(state) : '';
  } catch { return '' }                     // nothing there, damaged, or not allowed: the tab keeps nothing
};
// A cookie is dear to set, so that it is set once a minute and lasts a minute longer.
const flag = () => {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${here.flag}=1; path=/; max-age=${(here.life + MINUTE) / 1000}; samesite=strict${secure}`;
  here.flagged = here.used;
};
const write = (state) => {
  clearTimeout(here.timer);
  try {
    if (!state) { sessionStorage.removeItem(NAME); return }
    here.used = Date.now();
    sessionStorage.setItem(NAME, JSON.stringify({ at: here.used, state }));
    if (here.used - (here.flagged ?? 0) > MINUTE) flag();
  } catch { /* full, or not allowed: a reload begins anew */ }
  here.timer = setTimeout(() => { here.lapsed = true; write(''); here.tell('lapsed', true) }, here.life);
};
const touch = () => { if (here.kept && !here.lapsed && Date.now() - here.used > 5000) write(here.kept) };

const app = () => document.querySelector('[data-testid="stApp"]');
const main = () => document.querySelector('[data-testid="stMain"]');

// The server behind a new connection may know nothing: until one says that it heard, a click would be lost. Words, links
// and the way to print stay in use: what comes first in an emergency does not wait for a server.
const HELD = ['Radio', 'Button', 'ButtonGroup', 'Checkbox', 'DownloadButton', 'Expander', 'PageLink', 'Popover']
  .map((each) => `[data-testid="st${each}"]`).join();
const hold = (held) => {
  here.held = held;
  for (const each of document.querySelectorAll(held ? HELD : '[inert]')) each.inert = held;
};
const back = () => {
  here.tell('back', { at: here.at, state: read() });
  if (here.lapsed) here.tell('lapsed', true);             // what was said without a connection nobody heard
  setTimeout(() => { if (here.held && here.connected) back() }, 3000);
};
const connection = () => {
  const connected = app().getAttribute('data-test-connection-state') === 'CONNECTED';
  if (connected === here.connected) return;
  if (here.connected) hold(true);
  else if (here.connected === false) { here.at = Date.now(); back() }
  here.connected = connected;
};
const heard = (kept) => {
  if (here.held && kept.dataset.heard === String(here.at)) {
    hold(false);
    here.last?.focus({ preventScroll: true });
  }
  if (here.lapsed && kept.dataset.kept) return;
  here.lapsed = false;
  if (here.kept !== kept.dataset.kept) write(here.kept = kept.dataset.kept);
};

// Its words without the line breaks of a layout, which would have to be made for them while the page is still being drawn.
const words = (says) => [...(says?.querySelectorAll('p, li') ?? [])].map((each) => each.textContent).join(' ') || (says?.textContent ?? '');
// A screen reader announces only what changes inside a region that was there before, and Streamlit replaces what it draws.
const follow = (heading) => {
  const over = main().querySelector('p.over')?.textContent ?? '';
  const [under, text] = [over + heading.textContent, words(main().querySelector('.says'))];
  const turned = here.under !== undefined && under !== here.under;
  const gone = document.activeElement === document.body && here.last && !here.last.checkVisibility();
  // With the next frame, which lays the page out anyway: at once it would be laid out here and again after more has come.
  if (turned || gone) requestAnimationFrame(() => {
    if (turned) main().scrollTo(0, 0);
    main().querySelector('h1')?.focus({ preventScroll: true });
  });
  if (turned) here.region.textContent = '';
  else if (here.under !== undefined && text !== here.said) here.region.textContent = text;
  [here.under, here.said] = [under, text];
};

const look = () => {
  if (!main()) return;
  connection();
  const [kept, heading] = [[...document.querySelectorAll('[data-kept]')].at(-1), main().querySelector('h1')];
  const title = heading?.dataset.title;
  if (title && title !== document.title && !('printing' in document.body.dataset)) document.title = title;
  if (kept) heard(kept);
  if (kept && heading?.textContent) follow(heading);
};
const begin = () => {
  for (const use of ['pointerdown', 'keydown', 'wheel']) addEventListener(use, touch, { capture: true, passive: true });
  addEventListener('focusin', (event) => { here.last = event.target });
  // Set here, for the page's own way to an icon costs every visitor Streamlit's list of all emoji.
  for (const each of document.querySelectorAll('link[rel~="icon"]')) each.href = ICON;
  here.region = document.body.appendChild(document.createElement('div'));
  here.region.setAttribute('role', 'status');
  here.region.style.cssText = 'position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)';
  const observer = new MutationObserver(look);
  observer.observe(app(), { attributeFilter: ['data-test-connection-state'], childList: true, subtree: true });
  // Streamlit names the window after the page at every run of it.
  observer.observe(document.querySelector('title'), { childList: true });
};

export default function ({ data, setTriggerValue }) {
  Object.assign(here, data, { tell: setTriggerValue });
  if (!here.region) begin();
  if (data.ask) here.tell('kept', read());
  look();
}
