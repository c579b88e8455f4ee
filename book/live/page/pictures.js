// Pictures of outputs: shown as <img> (an SVG inside an <img> cannot run anything or fetch anything), compared as pictures.

const svgs = new WeakMap(); // img → its SVG text, to draw it again when the theme changes

/** A data address for an SVG text. */
export const svgAddress = (svg) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;

export function picture(mime, value) {
  const shown = document.createElement("div");
  shown.className = "output image";
  const image = document.createElement("img");
  if (mime === "image/svg+xml") {
    const svg = new DOMParser().parseFromString(value, "image/svg+xml").documentElement;
    image.alt = svg.querySelector("title")?.textContent || "실행해서 그린 그림";
    svgs.set(image, value);
    image.src = svgAddress(value);
  } else {
    image.alt = "실행해서 그린 그림";
    image.src = `data:${mime};base64,${value.trim()}`;
  }
  shown.append(image);
  return shown;
}

const SIDE = 64;

// The picture's light and dark, SIDE × SIDE points in 0…1, on white.
async function points(address) {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: SIDE, height: SIDE });
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.fillStyle = "#fff";
  context.fillRect(0, 0, SIDE, SIDE);
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, SIDE, SIDE);
  const { data } = context.getImageData(0, 0, SIDE, SIDE);
  return Float32Array.from({ length: SIDE * SIDE }, (_, i) => (0.3 * data[4 * i] + 0.59 * data[4 * i + 1] + 0.11 * data[4 * i + 2]) / 255);
}

/** Do two pictures show the same? Another release of matplotlib moves a letter by a hair, never a line. */
export async function alike(a, b) {
  if (a === b) return true;
  try {
    const [p, q] = await Promise.all([points(a), points(b)]);
    return p.reduce((sum, value, i) => sum + Math.abs(value - q[i]), 0) / p.length < 0.02;
  } catch {
    return false;
  }
}
