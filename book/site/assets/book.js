// What every page does: navigation on phones, copying code, regions that scroll, search and the projector on first use.
const root = document.documentElement;

// -- notices above the page ---------------------------------------------------
function notice(...words) {
  const line = document.createElement("p");
  line.className = "notice";
  line.setAttribute("role", "status");
  line.append(...words);
  document.querySelector("main").prepend(line);
}

// An earlier edition stands below the newest one, in editions/<version>/; no address of the book is ever lost.
const [, newest] = /^(.*\/)editions\/[\d.]+\/:$/.exec(root.dataset.site) ?? [];
if (newest) {
  const link = document.createElement("a");
  link.href = `${newest}${root.dataset.docname}.html`;
  link.textContent = "새 판에서 이 쪽을 봅니다.";
  notice("옛 판을 읽고 있습니다. ", link);
}

// A page opened as a file.
if (location.protocol === "file:") {
  const [command, address] = ["python -m http.server 8000 -d _build/html", "http://localhost:8000"].map((text) => {
    const code = document.createElement("code");
    code.textContent = text;
    return code;
  });
  notice("파일로 연 쪽에서는 찾기와 실행이 움직이지 않습니다. 책의 폴더에서 ", command, "을 실행하고 ", address, "을 여세요.");
}

// -- navigation on phones ---------------------------------------------------
const nav = document.getElementById("nav");
const navToggle = document.getElementById("nav-toggle");

function openNav(open) {
  root.classList.toggle("nav-open", open);
  navToggle.setAttribute("aria-expanded", String(open));
  if (open) (nav.querySelector("[aria-current]") ?? nav.querySelector("a")).focus();
}

navToggle.addEventListener("click", () => openNav(!root.classList.contains("nav-open")));
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && root.classList.contains("nav-open")) {
    openNav(false);
    navToggle.focus();
  }
});
document.addEventListener("click", (event) => {
  if (root.classList.contains("nav-open") && !nav.contains(event.target) && !navToggle.contains(event.target)) openNav(false);
});
// In a long book the current chapter may be out of sight.
const current = nav.querySelector("[aria-current]");
if (current && nav.scrollHeight > nav.clientHeight) nav.scrollTop = current.offsetTop - nav.clientHeight / 3;

// -- where the reader is, in the page's own contents -------------------------
const hereLinks = new Map(
  [...document.querySelectorAll(".here a[href^='#']")].map((link) => [decodeURIComponent(link.hash.slice(1)), link]),
);
if (hereLinks.size) {
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        document.querySelector(".here [aria-current]")?.removeAttribute("aria-current");
        hereLinks.get(target.closest("section").id)?.setAttribute("aria-current", "location");
      }
    },
    { rootMargin: "-10% 0px -75% 0px" },
  );
  for (const heading of document.querySelectorAll("article :is(h1, h2, h3)")) seen.observe(heading);
}

// -- copying code -------------------------------------------------------------
for (const pre of document.querySelectorAll("article .highlight pre")) {
  if (pre.closest(".cell_output")) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "복사";
  button.setAttribute("aria-label", "코드 복사");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(pre.textContent.trimEnd());
      button.textContent = "복사했습니다";
    } catch {
      getSelection().selectAllChildren(pre); // no clipboard here: select the code for the reader's own Ctrl+C
      button.textContent = "Ctrl+C를 누르세요";
    }
    setTimeout(() => (button.textContent = "복사"), 1600);
  });
  pre.parentElement.append(button);
}

// -- what scrolls sideways can be reached by keyboard --------------------------
function nameIfItScrolls(region) {
  const scrolls = region.scrollWidth > region.clientWidth + 1 || region.scrollHeight > region.clientHeight + 1;
  if (scrolls === region.hasAttribute("tabindex")) return;
  if (scrolls) {
    region.tabIndex = 0;
    region.setAttribute("role", "region");
    region.setAttribute("aria-label", nameOf(region));
  } else {
    for (const name of ["tabindex", "role", "aria-label"]) region.removeAttribute(name);
  }
}

const counts = {};
function nameOf(region) {
  const kind = region.matches(".table") ? "표" : region.matches(".math") ? "수식" : region.closest(".cell_output") ? "출력" : "코드";
  region.dataset.number ??= counts[kind] = (counts[kind] ?? 0) + 1; // regions' names must differ on a page
  return `옆으로 넘겨 볼 수 있는 ${kind} ${region.dataset.number}`;
}

const regions = document.querySelectorAll("article :is(pre, .table, div.math)");
const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => nameIfItScrolls(target)));
regions.forEach((region) => sizes.observe(region));
document.fonts.ready.then(() => regions.forEach(nameIfItScrolls)); // a face changes the lines, not the box

// -- search: its script and index are loaded when they are first wanted ---------
const searchOpen = document.getElementById("search-open");
let search;

function loadSearch() {
  return (search ??= import(new URL(`${root.dataset.contentRoot}_static/search.js`, location.href)));
}

async function openSearch() {
  (await loadSearch()).open();
}

searchOpen.addEventListener("pointerenter", loadSearch, { once: true });
searchOpen.addEventListener("focus", loadSearch, { once: true });
searchOpen.addEventListener("click", openSearch);
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") {
    event.preventDefault();
    openSearch();
  }
});

// -- the page for a projector: its script is loaded when it is first wanted -----
async function project(place) {
  (await import(new URL(`${root.dataset.contentRoot}_static/projector.js`, location.href))).project(place);
}

document.getElementById("projector-open").addEventListener("click", () => project());
document.addEventListener("keydown", ({ altKey, ctrlKey, code }) => altKey && !ctrlKey && code === "KeyP" && project());
try {
  const { page, step } = JSON.parse(sessionStorage.getItem(`${root.dataset.site}projector`)) ?? {}; // left on when the page was loaded anew
  if (page === root.dataset.docname) project(step);
} catch {
  // storage is blocked
}
