// What every page of the desk does: the theme, and "/" to search.

const root = document.documentElement;

document.getElementById('theme')?.addEventListener('click', () => {
  const dark = root.dataset.theme
    ? root.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  try {
    localStorage.setItem('theme', root.dataset.theme);
  } catch {
    // it holds for this page then
  }
});

/** Whether keys typed now belong to a field. */
export const typing = (event) =>
  event.target.closest?.('input, textarea, select, [contenteditable]') ||
  event.ctrlKey || event.metaKey || event.altKey;

document.addEventListener('keydown', (event) => {
  if (event.key === '/' && !typing(event)) {
    const search = document.getElementById('q');
    if (search) {
      event.preventDefault();
      search.focus();
      search.select();
    } else {
      location.href = '/documents#q';
    }
  }
});

if (location.hash === '#q') document.getElementById('q')?.focus();
