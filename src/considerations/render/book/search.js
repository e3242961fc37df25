function searchable(book) {
  const field = book.querySelector('input[type=search]'), status = book.querySelector('[role=status]');
  const entries = [...book.querySelectorAll(
    '.card, tbody tr, section > p, section > ul > li, section > ol > li, .group > ul > li')];
  const holders = [...book.querySelectorAll('.group'), ...book.querySelectorAll('section')];
  const find = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let hits = 0;
    for (const entry of entries) {
      const text = entry.textContent.toLowerCase(), hit = words.every((word) => text.includes(word));
      entry.classList.toggle('gone', !hit);
      if (hit) hits += 1;
    }
    for (const holder of holders) {
      const inside = entries.filter((entry) => holder.contains(entry));
      holder.classList.toggle('gone', inside.length > 0 && inside.every((entry) => entry.classList.contains('gone')));
    }
    book.querySelector('nav').classList.toggle('gone', words.length > 0);
    book.classList.toggle('searched', words.length > 0);
    status.textContent = words.length
      ? status.dataset.found.replace('{hits}', hits).replace('{all}', entries.length) : '';
  };
  const clear = () => { if (field.value) { field.value = ''; find(); } };
  field.oninput = () => { find(); book.scrollIntoView({ block: 'start' }); };
  field.onkeydown = (event) => { if (event.key === 'Escape') clear(); };
  book.onclick = (event) => {
    if (event.target.closest('a[href^="#"]') && !event.ctrlKey && !event.metaKey && !event.shiftKey) clear();
  };
}
