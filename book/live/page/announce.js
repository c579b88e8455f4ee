// What screen readers hear: one polite live region for the whole page.

const region = document.createElement("div");
region.className = "live-heard";
region.setAttribute("role", "status");
document.body.append(region);

export function announce(text) {
  region.textContent = "";
  // A text equal to the last one is heard only if the region changed in between.
  requestAnimationFrame(() => (region.textContent = text.slice(0, 400)));
}
