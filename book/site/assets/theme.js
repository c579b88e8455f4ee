// Runs before the first paint: the theme the reader chose, else the system's. The choice is kept under the key "theme".
(() => { // a script that is no module shares its names with every other
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");

  function stored() {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null; // storage is forbidden: follow the system
    }
  }

  function apply() {
    const choice = stored();
    root.dataset.theme = choice === "light" || choice === "dark" ? choice : system.matches ? "dark" : "light";
    document.getElementById("theme-toggle")?.setAttribute("aria-pressed", String(root.dataset.theme === "dark"));
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
        localStorage.setItem("theme", choice === (system.matches ? "dark" : "light") ? "auto" : choice);
      } catch {
        root.dataset.theme = choice;
        return;
      }
      apply();
    });
  });
})();
