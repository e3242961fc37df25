export default function ({ data, parentElement }) {
  const section = parentElement.querySelector('.preview');
  section.setAttribute('aria-label', data.label);
  section.innerHTML = data.page;
}
