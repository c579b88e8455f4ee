// Runs before the first paint: the theme the reader chose, else the system's. The choice is kept under the key "<site>theme".
// <site>, in <html data-site>, begins the name of all that the book keeps in this browser: other sites of this origin keep things too.
(() => { // a script that is no module shares its names with every other
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const site = `${new URL(root.dataset.contentRoot || "./", location.href).pathname}:`;
  root.dataset.site = site;

  /** Earlier editions named what they kept without <site>. It is copied, for another book may have the same, and only once. */
  function takeOver() {
    if (localStorage.getItem(`${site}named`)) return;
    for (const key of Object.keys(localStorage)) {
      if (!/^(theme$|progress$|live:|guess:)/.test(key) || localStorage.getItem(site + key)) continue;
      localStorage.setItem(site + key, localStorage.getItem(key));
    }
    localStorage.setItem(`${site}named`, "1");
  }

  function stored() {
    try {
      return localStorage.getItem(`${site}theme`);
    } catch {
      return null; // storage is forbidden: follow the system
    }
  }

  function apply() {
    const choice = stored();
    root.dataset.theme = choice === "light" || choice === "dark" ? choice : system.matches ? "dark" : "light";
    document.getElementById("theme-toggle")?.setAttribute("aria-pressed", String(root.dataset.theme === "dark"));
  }

  try {
    takeOver();
  } catch {
    // storage is forbidden or full: another visit tries again
  }
  apply();
  root.classList.add("js");
  system.addEventListener("change", apply);
  addEventListener("storage", apply); // another tab changed it

  document.addEventListener("DOMContentLoaded", () => {
    apply();
    document.getElementById("theme-toggle")?.addEventListener("click", () => {
      const choice = root.dataset.theme === "dark" ? "light" : "dark";
      try {
        localStorage.setItem(`${site}theme`, choice === (system.matches ? "dark" : "light") ? "auto" : choice);
      } catch {
        root.dataset.theme = choice;
        return;
      }
      apply();
    });
  });
})();
