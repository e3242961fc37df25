// What the browser's tab does for the app. It keeps the answers, blocks clicks while no server knows them, and says when the server
// is slow or gone. It ignores a click that was meant for the page before. It names the window after a page's heading, moves the focus
// there when the page turns, and reads out what changes on a page that stays.
// Streamlit may load this script again with each page, so whatever lasts is in `here`.
const here = (window.considerations ??= { used: 0, turned: -Infinity, pressed: 0, grown: -Infinity, groups: [] });
const NAME = 'considerations';
const MINUTE = 60_000;
const ICON = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
  + '<rect width="32" height="32" rx="6" fill="#0b5a6e"/><path d="M8 10h16M8 16h16M8 22h10" stroke="#fff" stroke-width="3"/></svg>')}`;

const read = () => {
  try {
    const { at, state } = JSON.parse(sessionStorage.getItem(NAME));
    const age = Date.now() - at;            // a time in the future is not one that we wrote
    return age > -MINUTE && age < here.life && state.length <= here.limit ? String(state) : '';
  } catch { return '' }                     // nothing there, damaged or not allowed: the tab has kept nothing
};
// Setting a cookie is slow, so it is set once a minute and lasts a minute longer.
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
  } catch { /* full or not allowed: a reload starts from nothing */ }
  here.timer = setTimeout(lapse, here.life + 100);
};
// Timers stop while a computer sleeps, so the age is also checked before anything is kept again.
const lapse = () => {
  if (!here.kept || here.lapsed || Date.now() - here.used < here.life) return;
  here.lapsed = true;
  write('');
  here.tell('lapsed', true);
};
const touch = () => {
  lapse();
  if (here.kept && !here.lapsed && Date.now() - here.used > 5000) write(here.kept);
};

const app = () => document.querySelector('[data-testid="stApp"]');
const main = () => document.querySelector('[data-testid="stMain"]');

// Which option each group on the page shows as chosen, as a number by the group's key.
const chosen = () => {
  const key = (each) => each.closest('[class*="st-key-"]').className.match(/st-key-(\S+)/)[1];
  const inputs = [...document.querySelectorAll('[data-testid="stRadio"] input:checked')];
  return Object.fromEntries(inputs.map((each) => [key(each), Number(each.value)]));
};

// The server behind a new connection may know nothing: until it confirms the answers, a click would be lost. Text, links and the
// print button stay usable: nobody waits for a server in an emergency.
const HELD = ['Radio', 'Button', 'ButtonGroup', 'Checkbox', 'DownloadButton', 'Expander', 'PageLink', 'Popover']
  .map((each) => `[data-testid="st${each}"]`).join() + ',[data-point],[data-change]';
const hold = (held) => {
  if (held && !here.held) here.shown = chosen();
  here.held = held;
  // Streamlit makes parts of the page inert as well; those are left to it.
  for (const each of document.querySelectorAll(held ? `:is(${HELD}):not([inert])` : '[data-held]')) {
    each.inert = held;
    each.toggleAttribute('data-held', held);
  }
};
const back = () => {
  lapse();
  // What the page showed goes with it: the server may have been gone before the last click.
  here.tell('back', { at: here.at, state: read(), chosen: here.shown });
  if (here.lapsed) here.tell('lapsed', true);             // sent without a connection, it reached no server
  clearTimeout(here.again);
  here.again = setTimeout(() => { if (here.held && here.connected) back() }, 3000);
};
const connection = () => {
  const connected = app().getAttribute('data-test-connection-state') === 'CONNECTED';
  if (connected === here.connected) return;
  if (here.connected) hold(true);
  else if (here.connected === false) { here.at = Date.now(); back() }
  here.connected = connected;
};
// The line is below the page and covers nothing: Streamlit's own dialog would cover the steps of an emergency.
const line = (text) => {
  here.line.textContent = text;
  app().style.bottom = text && `${here.line.offsetHeight}px`;
};
const wait = () => {
  const running = here.asked || app().getAttribute('data-test-script-state') !== 'notRunning';
  const why = here.connected === false ? here.offline : running ? here.waiting : '';
  if (here.connected === false) document.querySelector('[data-testid="stDialog"] button')?.click();
  if (why === here.why) return;
  here.why = why;
  clearTimeout(here.second);
  if (why) here.second = setTimeout(() => line(why), 1000);
  else if (here.line.textContent) {
    line(here.answered);
    here.second = setTimeout(() => line(''), 5000);
  }
};
// Streamlit does not tell the page what it asked of the server, so this listens on the WebSocket.
const listen = () => {
  const { send } = WebSocket.prototype;
  const answered = () => { here.asked = false; wait() };
  WebSocket.prototype.send = function ask(message) {
    here.asked = true;
    this.addEventListener('message', answered, { once: true });
    wait();
    setTimeout(remember);             // the option is drawn as chosen by then
    send.call(this, message);
  };
};

// A page that turns under the pointer ignores a click that was meant for the one before it. So does a question that has just appeared
// or was moved down by one.
const guard = (event) => {
  if (event.type === 'pointerdown') here.double = false;
  if (event.type === 'mousedown' && event.detail === 1) here.pressed = performance.now();
  else if (event.type === 'mousedown') here.double = here.turned > here.pressed;
  const moved = performance.now() - here.grown < 500 && event.clientY > here.below
    && event.target.closest('[data-testid="stRadio"]');
  const meant = performance.now() - here.turned > 500 && !here.double && !moved;
  if (meant || (event.type === 'click' && !event.detail)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
};
// Streamlit drops a click that arrives after a stop has replaced its group, so the page sends again what it showed.
const remember = () => {
  if (!main()?.querySelector('.stop')) here.chosen = chosen();
};
// Until a page is drawn whole, its buttons may still be those of the page before; the style lets those take no click.
const draw = (drawing) => {
  here.drawing = drawing;
  document.body.toggleAttribute('data-drawing', drawing);
};
const repeat = () => {
  if (!here.drawing || app().getAttribute('data-test-script-state') !== 'notRunning') return;
  draw(false);
  if (here.chosen && main().querySelector('.stop')) here.tell('chosen', here.chosen);
};
const acknowledge = (kept) => {
  if (here.held && kept.dataset.reconnected === String(here.at)) {
    hold(false);
    here.last?.focus({ preventScroll: true });
  }
  if (here.lapsed && kept.dataset.kept) return;
  here.lapsed = false;
  if (here.kept !== kept.dataset.kept) write(here.kept = kept.dataset.kept);
};

// The words without the line breaks of a layout: the browser would have to lay out the page while it is still being drawn.
const words = (region) => [...(region?.querySelectorAll('p, li') ?? [])].map((each) => each.textContent).join(' ') || (region?.textContent ?? '');
// A screen reader announces only what changes inside a region that was there before, and Streamlit replaces what it draws.
const follow = (heading) => {
  // Not by the heading on the screen: a browser may translate it later.
  const [page, text] = [heading.dataset.page, words(main().querySelector('.says'))];
  const turned = here.page !== undefined && page !== here.page;
  const gone = document.activeElement === document.body && here.last && !here.last.checkVisibility();
  // The focus moves with the next frame, which lays the page out anyway: now, it would be laid out once here and once more later.
  if (turned) {
    here.turned = performance.now();
    draw(true);
  }
  if (turned || gone) requestAnimationFrame(() => {
    if (turned) main().scrollTo(0, 0);
    main().querySelector('h1')?.focus({ preventScroll: true });
  });
  if (turned) here.region.textContent = '';
  else if (here.page !== undefined && text !== here.announced) here.region.textContent = text;
  [here.page, here.announced] = [page, text];
};

const grow = () => {
  const groups = [...main().querySelectorAll('[data-testid="stRadio"]')];
  const [now, come] = [performance.now(), groups.find((each) => !here.groups.includes(each))];
  const stay = here.groups.length && here.groups.every((each) => groups.includes(each));
  if (stay && come && now - here.turned > 500) [here.grown, here.below] = [now, come.getBoundingClientRect().top];
  here.groups = groups;
};

const update = () => {
  if (!main()) return;
  connection();
  wait();
  const [kept, heading] = [[...document.querySelectorAll('[data-kept]')].at(-1), main().querySelector('h1')];
  const title = heading?.dataset.title;
  if (title && title !== document.title && !('printing' in document.body.dataset)) document.title = title;
  if (kept) acknowledge(kept);
  if (kept && heading?.textContent) { follow(heading); grow(); repeat() }
};
const begin = () => {
  document.getElementById('undrawn')?.remove();
  listen();
  for (const use of ['pointerdown', 'keydown', 'wheel']) addEventListener(use, touch, { capture: true, passive: true });
  for (const click of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) addEventListener(click, guard, true);
  addEventListener('visibilitychange', lapse, true);
  addEventListener('focusin', (event) => { here.last = event.target });
  // Set here: Streamlit's own setting for an icon makes every visitor load its list of all emoji.
  for (const each of document.querySelectorAll('link[rel~="icon"]')) each.href = ICON;
  [here.region, here.line] = [0, 1].map(() => document.body.appendChild(document.createElement('div')));
  for (const each of [here.region, here.line]) each.setAttribute('role', 'status');
  here.line.className = 'line';
  here.region.style.cssText = 'position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)';
  const observer = new MutationObserver(update);
  observer.observe(app(), { attributeFilter: ['data-test-connection-state', 'data-test-script-state'], childList: true, subtree: true });
  // Streamlit names the window after the page whenever it runs.
  observer.observe(document.querySelector('title'), { childList: true });
  observer.observe(document.body, { childList: true });
};

export default function ({ data, setTriggerValue }) {
  Object.assign(here, data, { tell: setTriggerValue });
  if (!here.region) begin();
  if (data.ask && here.held) back();
  else if (data.ask) here.tell('kept', read());
  update();
}
