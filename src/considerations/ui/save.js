export default function ({ data, parentElement }) {
  const [row, line] = parentElement.querySelectorAll('.buttons, [role=status]');
  // Emptied first: a screen reader says again only what has changed.
  const say = (text) => { line.textContent = ''; setTimeout(() => { line.textContent = text }, 50) };
  const save = ({ name, kind, content }) => {
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    const address = URL.createObjectURL(new Blob([bytes], { type: kind }));
    Object.assign(document.createElement('a'), { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    say(data.saved.replace('{name}', () => name));
  };
  const copy = async ({ copies }) => {
    const shown = document.querySelector(copies);
    try {
      await navigator.clipboard.writeText(shown.textContent);
      say(data.copied);
    } catch {
      getSelection().selectAllChildren(shown);
      say(data.refused);
    }
  };
  data.buttons.forEach((each, nth) => {
    // The same button as before, where there is one: a click that began on it, and the focus, stay with it.
    const button = row.children[nth] ?? row.appendChild(document.createElement('button'));
    Object.assign(button, { type: 'button', textContent: each.label });
    // The second click of a double click, and a key that is held down, ask for nothing new.
    button.onclick = (event) => { if (event.detail < 2) (each.copies ? copy : save)(each) };
    button.onkeydown = (event) => { if (event.repeat && event.key === 'Enter') event.preventDefault() };
  });
}
