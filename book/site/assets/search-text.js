// Text as search compares it: lower case, without white space and quotes, so a compound is found however it is spaced; a flag
// beside each character remembers where words began.

export const BREAK = "\f"; // between two paragraphs, cells or outputs of a section; no match crosses it
export const SPACE = 1, HEAD = 2, WORD = 4; // flags: white space stood before; a part of a word starts; an identifier starts
const QUOTES = new Set("'\"`‘’“”");

// What kind of sign a character is: words begin where the kind changes.
const OTHER = 0, HANGUL = 1, LETTER = 2, DIGIT = 3, UNDERSCORE = 4;
function kindOf(code) {
  if (code >= 0xac00 && code <= 0xd7a3) return HANGUL;
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return LETTER;
  if (code >= 48 && code <= 57) return DIGIT;
  return code === 95 ? UNDERSCORE : OTHER;
}
const isCapital = (code) => code >= 65 && code <= 90;
const isSpace = (c, code) => c !== BREAK && (code === 32 || c.trim() === "");

/** `text` folded: {text, flags}, a flag for each character. */
export function fold(text) {
  const flags = [];
  let folded = "", last = OTHER, capital = false, space = true;
  for (let i = 0; i < text.length; i++) {
    const c = text[i], code = text.charCodeAt(i), spaced = isSpace(c, code);
    if (spaced || QUOTES.has(c)) {
      space ||= spaced;
      last = OTHER;
      continue;
    }
    const kind = kindOf(code);
    const camel = kind === LETTER && last === LETTER && isCapital(code) && !capital; // AddBackward
    const inside = kind !== OTHER && (kind === last || (kind === LETTER && last === DIGIT) || (kind === DIGIT && last === LETTER));
    let flag = space ? SPACE : 0;
    if (!inside || camel) flag |= HEAD;
    if (kind !== HANGUL && (last === OTHER || last === HANGUL)) flag |= WORD;
    folded += isCapital(code) ? c.toLowerCase() : c;
    flags.push(flag);
    last = kind;
    capital = isCapital(code);
    space = c === BREAK;
  }
  return { text: folded, flags };
}

/** Where each folded character stood in the text. */
export function places(text) {
  const where = [];
  for (let i = 0; i < text.length; i++) if (!QUOTES.has(text[i]) && !isSpace(text[i], text.charCodeAt(i))) where.push(i);
  return where;
}
