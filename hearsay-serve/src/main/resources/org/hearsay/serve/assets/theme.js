// Runs before the page is painted, so that a chosen theme does not flash.
(() => {
  const root = document.documentElement;
  root.classList.add('scripted');
  let chosen = null;
  try {
    chosen = localStorage.getItem('theme');
  } catch {
    // storage may be switched off; then the system's choice holds
  }
  if (chosen === 'light' || chosen === 'dark') root.dataset.theme = chosen;
})();
