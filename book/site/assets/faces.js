// On a system that draws no Hangul, the book's faces are waited for. Elsewhere a face that comes late is left for the next
// page (fonts.py), so that nothing moves; here this page would be nothing but boxes.
function drawsHangul() {
  const pictures = ["\ud569", "\ub2c8"].map((syllable) => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 24, height: 24 });
    const pencil = canvas.getContext("2d");
    pencil.font = "20px sans-serif";
    pencil.fillText(syllable, 0, 20);
    return canvas.toDataURL();
  });
  return pictures[0] !== pictures[1];
}

const FACES = { "Book Text 400": "text-regular", "Book Text 700": "text-bold", "Book Code 400": "code-regular", "Book Code 700": "code-bold" };
if (!drawsHangul()) {
  for (const { family, weight, unicodeRange, display } of [...document.fonts]) {
    const file = FACES[`${family.replaceAll('"', "")} ${weight}`];
    if (!file || display !== "optional") continue;
    const address = new URL(`${document.documentElement.dataset.contentRoot}_static/fonts/${file}.woff2`, document.baseURI);
    const face = new FontFace(family, `url("${address}")`, { weight, unicodeRange });
    document.fonts.add(face);
    face.load();
  }
}
