// Pictures of outputs: shown as <img> (an SVG inside an <img> cannot run anything or fetch anything), compared as pictures.

const POINT = 4 / 3; // CSS pixels

// Light colour → dark colour, as the site's own dark figures are made (book/site/sitebook/figures.py). Fetched for the first figure.
let palette;
const dark = () => (palette ??= fetch(`${document.documentElement.dataset.contentRoot}_static/figure-palette.json`)
  .then((answer) => answer.json())
  .catch(() => ({})));

/** A data address for an SVG text. */
export const svgAddress = (svg) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

function show(alt, src) {
  const image = document.createElement("img");
  image.className = "figure";
  image.alt = alt;
  if (src) image.src = src; // an empty address would count as a picture that failed
  return image;
}

// As the book's: one picture for each theme, the stylesheet shows one of them; the size is known before they load.
function drawing(svg) {
  const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  const alt = root.querySelector("title")?.textContent.trim() || "실행해서 그린 그림";
  const pair = { light: show(alt, svgAddress(svg)), dark: show(alt) };
  for (const [theme, image] of Object.entries(pair)) {
    image.classList.add(theme);
    for (const side of ["width", "height"]) {
      const [, number, unit] = root.getAttribute(side)?.match(/^([\d.]+)(pt|px)?$/) ?? [];
      if (number) image[side] = Math.round(number * (unit === "pt" ? POINT : 1));
    }
  }
  dark().then((colours) => {
    pair.dark.src = svgAddress(svg.replace(/#[0-9a-f]{6}\b/gi, (colour) => colours[colour.toLowerCase()] ?? colour));
  });
  return Object.values(pair);
}

/** An image output: `value` is SVG text, or base64 for the other types. */
export function picture(mime, value) {
  const shown = document.createElement("div");
  shown.className = "output image";
  if (mime === "image/svg+xml") shown.append(...drawing(value));
  else shown.append(show("실행해서 그린 그림", `data:${mime};base64,${value.trim()}`));
  return shown;
}

/** The style and the script of figures that move, where the page has none of its own. */
export function bringMoving() {
  if (document.querySelector('script[src*="_static/moving.js"]')) return;
  const address = (name) => `${document.documentElement.dataset.contentRoot}_static/${name}`;
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: address("moving.css") }),
    Object.assign(document.createElement("script"), { type: "module", src: address("moving.js") }));
}

const REACH = 2; // points in each direction that are averaged
const FAR = 32 / 255; // of the way from black to white
const STRAY = 4; // points that may be further apart

// The picture on white at half its size, each point the mean of its neighbourhood. It is drawn whole and halved here: letters
// drawn at half their size look different in WebKit as soon as they lie a hair apart.
async function points(address) {
  const image = new Image();
  image.src = address;
  await image.decode();
  const [width, height] = [image.naturalWidth >> 1, image.naturalHeight >> 1];
  const context = Object.assign(document.createElement("canvas"), { width: 2 * width, height: 2 * height }).getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, 2 * width, 2 * height);
  context.drawImage(image, 0, 0, 2 * width, 2 * height);
  const { data } = context.getImageData(0, 0, 2 * width, 2 * height);
  const grey = new Float32Array(width * height);
  for (let i = 0; i < data.length; i += 4) {
    const [x, y] = [(i / 4) % (2 * width), Math.floor(i / (8 * width))];
    grey[(y >> 1) * width + (x >> 1)] += (0.3 * data[i] + 0.59 * data[i + 1] + 0.11 * data[i + 2]) / 4 / 255;
  }
  return blurred(blurred(grey, 1), width);
}

// The mean over REACH points before and after each one; `step` 1 goes along rows, the width along columns.
function blurred(grey, step) {
  return grey.map((_, i) => {
    let sum = 0;
    for (let k = -REACH; k <= REACH; k++) sum += grey[i + k * step] ?? 1;
    return sum / (2 * REACH + 1);
  });
}

/** Do two pictures show the same? Another release of matplotlib moves a letter by a hair, never a line. */
export async function alike(a, b) {
  if (a === b) return true;
  try {
    const [p, q] = await Promise.all([points(a), points(b)]);
    return p.length === q.length && p.filter((value, i) => Math.abs(value - q[i]) >= FAR).length <= STRAY;
  } catch {
    return false; // one of them is no picture
  }
}
