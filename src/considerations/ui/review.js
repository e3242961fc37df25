// The first view of Considerations. While it is on the screen its fields hold the marks: a reply that is late changes none of them.
export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const view = document.querySelector('.overview'), keeping = parentElement.querySelector('span');
  keeping.innerHTML = data.keeping;
  if (!view || view.drawn) return;
  view.drawn = true;
  const fields = [...view.querySelectorAll('select[data-point]')], all = [...view.querySelectorAll('details')];
  const reviewed = view.querySelector('.reviewed'), opener = view.querySelector('[data-open]');
  const note = view.querySelector('[data-note]'), marks = new Map(data.marks);
  const show = () => {
    for (const field of fields) field.parentElement.dataset.mark = field.value.split(':')[0];
    if (note) note.hidden = !fields.some((each) => each.value);
    if (reviewed) reviewed.textContent = reviewed.dataset.words.replace('{number}', fields.filter((each) => each.value).length);
  };
  for (const field of fields) {
    field.value = marks.get(field.dataset.point) ?? '';
    field.disabled = false;               // until now nothing would have heard a choice
    field.onchange = () => {
      show();
      const marked = fields.filter((each) => each.value).map((each) => [each.dataset.point, each.value]);
      setStateValue('marks', Object.fromEntries(marked));
    };
  }
  for (const chip of view.querySelectorAll('[data-change]')) chip.onclick = () => setTriggerValue('change', chip.dataset.change);
  if (opener) {
    const names = [opener.textContent, opener.dataset.open];
    opener.onclick = () => {
      const open = opener.textContent === names[0];
      for (const each of all) each.open = open;
      opener.textContent = names[Number(open)];
    };
  }
  show();
  const wanted = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (view.contains(wanted)) {
    (wanted.closest('details') ?? wanted.querySelector('details')).open = true;
    wanted.scrollIntoView();
  }
}
