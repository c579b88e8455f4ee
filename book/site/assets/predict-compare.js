// Is a prediction what came out? Pure: no page, no storage.

const bare = (text) => text.normalize("NFC").replace(/\s+/g, "");

/** A number as readers type it: "-4", "−4.0", "1/3", "1,000", "4e-1"; NaN where it is none. */
export function numberOf(text) {
  const plain = bare(text).replaceAll("−", "-").replaceAll(",", "");
  const fraction = /^([^/]+)\/([^/]+)$/.exec(plain);
  if (fraction) return numberOf(fraction[1]) / numberOf(fraction[2]);
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
}

/** Whether `said` is what `spec` (a cell's metadata `predict`) calls right: a number up to rounding, a text but for white space. */
export function agrees(spec, said) {
  if ("number" in spec) return Math.abs(numberOf(said) - spec.number) <= 1e-4 * Math.max(1, Math.abs(spec.number));
  return bare(said) === bare("choices" in spec ? spec.answer : spec.text);
}
