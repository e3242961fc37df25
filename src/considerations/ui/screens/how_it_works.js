export default function ({ data, parentElement }) {
  const place = parentElement.querySelector('.place');
  place.style.setProperty('--top', '3.75rem');
  if (place.dataset.version === data.version) return;
  place.dataset.version = data.version;
  place.innerHTML = data.html;
  const book = place.firstElementChild;
  searchable(book);
  // One chapter at a time; a search goes through all of them, and a link opens the chapter it leads to.
  book.classList.add('by-chapter');
  const open = (hash) => {
    const wanted = document.getElementById(decodeURIComponent(hash.slice(1)));
    const chapter = book.contains(wanted) ? wanted.closest('section') : book.querySelector('section');
    for (const each of book.querySelectorAll('section')) each.classList.toggle('open', each === chapter);
    for (const each of book.querySelectorAll('nav a')) each.setAttribute('aria-current', each.hash === `#${chapter.id}`);
    return wanted;
  };
  book.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link) open(link.hash);
  });
  const follow = () => { if (book.isConnected) open(location.hash)?.scrollIntoView(); else removeEventListener('hashchange', follow) };
  addEventListener('hashchange', follow);
  follow();
}
