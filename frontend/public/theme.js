// Sets the theme before the first paint; src/app/theme.ts changes it later.
(function () {
  var choice = null;
  try {
    choice = localStorage.getItem('automatrix.theme');
  } catch {
    // Storage may be blocked: the system's theme is used then.
  }
  var dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
