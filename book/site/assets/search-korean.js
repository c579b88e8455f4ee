// What search knows of Korean: syllables, particles and the forms a verb takes. Pure functions, no page.

const FIRST = 0xac00, LAST = 0xd7a3;
const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
const FINALS = ["", ..."ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"];

export const isHangul = (c) => c >= "가" && c <= "힣";

/** A syllable as [initial, vowel, final]; null for anything else. */
export function split(c) {
  const code = c.charCodeAt(0) - FIRST;
  if (code < 0 || code > LAST - FIRST) return null;
  return [INITIALS[Math.floor(code / 588)], VOWELS[Math.floor(code / 28) % 21], FINALS[code % 28]];
}

export function join([initial, vowel, final]) {
  return String.fromCharCode(FIRST + INITIALS.indexOf(initial) * 588 + VOWELS.indexOf(vowel) * 28 + FINALS.indexOf(final));
}

const withFinal = (syllable, final) => {
  const [initial, vowel] = split(syllable);
  return join([initial, vowel, final]);
};
const withVowel = (syllable, vowel) => join([split(syllable)[0], vowel, ""]);

const PLAIN_VOWEL = { ㅐ: "ㅏ", ㅕ: "ㅣ", ㅘ: "ㅗ", ㅝ: "ㅜ", ㅙ: "ㅚ" }; // as a stem has it before -어

/** A syllable without its final and its contraction, so that most forms of a verb agree: 됨, 돼, 될 → 되. */
export function skeleton(c) {
  const [initial, vowel] = split(c);
  return join([initial, PLAIN_VOWEL[vowel] ?? vowel, ""]);
}

// Letters that sound alike, or nearly so, where Korean is typed by ear: each is written as the first of its group.
const ALIKE = Object.fromEntries("ㄱㄲ ㄷㄸ ㅂㅃ ㅅㅆ ㅈㅉ ㅔㅐㅖㅒ ㅚㅙㅞ ㅣㅢ".split(" ").flatMap((group) => [...group].map((letter) => [letter, group[0]])));
const AFTER_ㅈ = { ㅑ: "ㅏ", ㅕ: "ㅓ", ㅛ: "ㅗ", ㅠ: "ㅜ" };
const SOUNDED = Object.fromEntries("ㄱㄲㅋㄳㄺ ㄴㄵㄶ ㄹㄼㄽㄾㅀ ㅁㄻ ㅂㅍㅄㄿ".split(" ").flatMap((group) => [...group].map((letter) => [letter, group[0]]))); // the others of a final are dropped: 텟 → 테

/** How Hangul sounds, roughly: 텐써, 탠서 and 텐서 are one, 디텟치 and 디태치. */
export const soundOf = (word) => [...word].map((c) => {
  const [initial, vowel, final] = split(c), soft = ALIKE[initial] ?? initial;
  return soft + ((soft === "ㅈ" || soft === "ㅊ" ? AFTER_ㅈ[vowel] : undefined) ?? ALIKE[vowel] ?? vowel) + (SOUNDED[final] ?? (final === "ㅇ" ? final : ""));
}).join("");

// Particles (and forms of 이다) as they follow a noun; what is left after one is the noun.
const PARTICLES = new Set((
  "이 가 을 를 랑 이랑 한테 만에 에서부터 인데 인데요 은 는 의 에 와 과 도 만 로 으로 에서 에게 까지 부터 보다 처럼 마다 라 란 나 이나 이란 이라 들 이며 이고 " +
  "이라는 라는 이라고 라고 에는 에도 에만 에서는 에서도 에서의 으로는 로는 으로도 로도 으로만 로만 으로서 로서 으로써 로써 까지의 까지는 " +
  "부터는 만을 만이 만의 만큼 마저 조차 밖에 이든 든 들이 들을 들은 들의 들에 들도 들과 와의 과의 와는 과는 에게는 " +
  "에선 에서만 에게서 한텐 에겐 으론 론 엔 랑은 이랑은 까진 부턴 보단 밖엔 만으로 만으론 만큼은 대로 쯤 씩 뿐 이라는데 라는데 라는게 라는건 이라는게 이라는건 이란게 이란건 란게 란건 인거 인게 인건 인걸 인지는 인데도 인가여 이구 이구나 이던데 이라던데 라던데 " +
  "이다 입니다 인 일 이면 이지만 지만 이어서 이었습니다 이므로 이자 인지 인가 인가요 이에요 예요 이죠 죠 이라면 라면 이란 에요 이야 이냐 이네 이라서 라서 인듯 이라도 라도"
).split(" "));
const LONGEST_PARTICLE = 5;

export const isParticle = (text) => PARTICLES.has(text);

/** The word without each particle it may end in, as long as `atLeast` syllables stay: 텐서에서는 → 텐서. */
export function withoutParticle(word, atLeast = 2) {
  const stems = [];
  for (let n = Math.min(LONGEST_PARTICLE, word.length - atLeast); n > 0; n--) {
    if (PARTICLES.has(word.slice(-n))) stems.push(word.slice(0, -n));
  }
  return stems;
}

/** 로 or 으로, as the word's last syllable asks. */
export const ro = (word) => (["", "ㄹ"].includes(split(word.at(-1))?.[2] ?? "") ? "로" : "으로");

// Which endings may follow each shape of a stem, by the ending's first syllable; "" is the end of the word.
const AFTER = {
  stem: "다고지기며면니는나네도려자게던든거느습으은을음아어여었았겠시세",
  ㄴ: " 다데지가", // 한, 한다, 한지
  ㄹ: " 지까수때게걸", // 할, 할지, 할까
  ㅂ: "니시", // 합니다, 합시다
  ㅁ: " 은이을의에과도만으", // 함, 함을
  vowel: " 서야도요지보주두놓내버라져졌진질집가오와나", // 해, 해서, 나눠지다
  ㅆ: "다습고지는을으던기어었", // 했다, 했습니다
};

export const mayFollow = (shape, rest) => AFTER[shape].includes(rest === "" ? " " : rest[0]);

// Stems of a final ㅂ, ㄷ or ㅅ that stays or changes; no rule can know.
const KEEPS_ㅂ = "잡뽑좁입씹접집업꼽굽";
const IRREGULAR_ㄷ = { 듣: "들", 걷: "걸", 묻: "물", 싣: "실", 깨닫: "깨달" };
const IRREGULAR_ㅅ = { 짓: "지", 잇: "이", 낫: "나", 붓: "부", 젓: "저" };
const BRIGHT = "ㅏㅗ";

/** Every surface a verb's stem takes, as [surface, shape]: 하 → 하, 한, 할, 합, 함, 해, 했. */
export function forms(stem) {
  const head = stem.slice(0, -1), last = stem.at(-1);
  const [initial, vowel, final] = split(last);
  const found = [[stem, "stem"]];
  const add = (surface, shape) => found.push([surface, shape]);
  const finals = (base) => ["ㄴ", "ㄹ", "ㅂ", "ㅁ"].forEach((f) => add(head + withFinal(base, f), f));
  const joined = (syllables) => { // 여 → 여, 였
    add(head + syllables, "vowel");
    add(head + syllables.slice(0, -1) + withFinal(syllables.at(-1), "ㅆ"), "ㅆ");
  };
  if (final === "") {
    finals(last);
    if (last === "하") joined("해");
    else if (last === "르" && head) {
      const before = head.at(-1), [i, v] = split(before);
      const tail = BRIGHT.includes(v) ? "라" : "러";
      const doubled = stem.slice(0, -2) + join([i, v, "ㄹ"]) + tail;
      add(doubled, "vowel");
      add(doubled.slice(0, -1) + withFinal(tail, "ㅆ"), "ㅆ");
    } else if (vowel === "ㅡ") {
      joined(withVowel(last, "ㅓ"));
      joined(withVowel(last, "ㅏ"));
    } else if (vowel === "ㅣ") joined(withVowel(last, "ㅕ"));
    else if (vowel === "ㅗ") joined(withVowel(last, "ㅘ"));
    else if (vowel === "ㅜ") joined(withVowel(last, "ㅝ"));
    else if (vowel === "ㅚ") joined(withVowel(last, "ㅙ"));
    else add(head + withFinal(last, "ㅆ"), "ㅆ"), add(stem, "vowel");
  } else if (final === "ㄹ") {
    add(head + join([initial, vowel, ""]), "stem"); // 만드는
    finals(last);
    add(head + join([initial, vowel, "ㄻ"]), "ㅁ");
  } else if (final === "ㅂ" && !(stem.length === 1 && KEEPS_ㅂ.includes(last))) {
    const open = join([initial, vowel, ""]);
    const softened = [["운", "ㄴ"], ["울", "ㄹ"], ["움", "ㅁ"], ["워", "vowel"], ["와", "vowel"], ["웠", "ㅆ"], ["왔", "ㅆ"]];
    softened.forEach(([syllable, shape]) => add(head + open + syllable, shape)); // 어렵 → 어려운
  } else {
    const changed = IRREGULAR_ㄷ[stem] ?? IRREGULAR_ㅅ[stem];
    if (changed) add(changed, "stem");
  }
  return found;
}

// Endings that make a query a verb. Stricter than AFTER: a noun in a query must not be taken for a verb.
const AFTER_어 =
  "서|서[는도요만]|야|야[만지죠]|야[하해할한함되돼될됨].*|도|도[되돼될됨].*|도괜찮.*|도안[되돼됨].*|요|라|버[려렸리린림].*|[봤봐볼].*|보(다|고|니|면|려).*|본다|봅니다|[줘줬].*|" +
  "주(다|는|면|나|세).*|준다|줍니다|있(는|어|나|던|으|습|다).*|놓.*|놨.*|두고|둔|지(다|나|네|는|면|지|고|게).*|[져졌].*|진|진[다거건].*|질.*|집니.*|짐";
const AFTER_었 =
  "다|다가|다(고|면|는데|던데).*|더니만?|더라면|더라[고구]요|어도|는데.*|는지.*|는[거건].*|길래|네|네[요여]|음|음에도.*|던|던[데거건].*|거든요?|습니다|습니까|고|지만|을|을[때까텐경거].*|" +
  "나|나[요여]|냐|어[요여서]|으(면|니|니까|므로)|대요?|잖아요?";
const AFTER_STEM =
  "다|다가|다가는|다보[니면].*|더니|더라|더라[고구]요|더군요|길래요?|느라|자마자|든[지가]|고|고[는도만서]|고서는|고나.*|고싶.*|고있.*|지|지만|지도?[를는가]?[않못말].*|며|면|면서도?|" +
  "면안?[되돼됨될].*|니|니까요?|는|는(데|지|거|게|건|걸|가|다|군|구나|중|법|방법|이유|까닭|순서|경우|동안).*|나|나[요여용]|냐|냐[고면]|네|네[요여용]|도록|려|려(고|면|는데|다가|했).*|던|" +
  "던[데가지]요?|거나|거든요?|게|게[끔하되됨해될했].*|기(전에|만|때문에?|위해|위한).*|죠|잖아요?|세요|은|을|음|으(면|면서|니|니까|려고|려면|며|므로)|습니다|습니까";
const VERB_ENDINGS = {
  stem: new RegExp(`^(${AFTER_STEM}|[어아](${AFTER_어})?|[었았](${AFTER_었}))$`),
  ㄴ: /^(다|다면|다고|다(는데|던데)요?|다음에?|데|데도|지|지요|가|가요|건[지가데]요?|걸까요?|거[죠지야냐임]|거[예에]요|후에|뒤에|채로|대|대요)?$/,
  ㄹ: /^(지|지[도요]|까|까[요여]|수|수록|수가?[있없는].*|텐데요?|거|거[면같].*|거[예에]요|건[데가]요?|게|게요|때|때[마만].*|때[는도]|땐|걸|려[고면].*|려는데|라[고면]|래요?|줄[은알도].*|줄|필요.*|만한|뿐.*|경우.*)?$/,
  ㅂ: /^(니다만?|니까|시다)$/,
  ㅁ: /^(으로|으로써|은|이|을|에|과|의)?$/,
  vowel: new RegExp(`^(${AFTER_어})?$`),
  ㅆ: new RegExp(`^(${AFTER_었})$`),
};

// The stems a surface could come from, undoing each contraction; `forms` then tells which of them do.
const OPENED = { ㅐ: ["ㅏ"], ㅕ: ["ㅣ"], ㅘ: ["ㅗ"], ㅝ: ["ㅜ"], ㅙ: ["ㅚ"], ㅓ: ["ㅡ"], ㅏ: ["ㅡ"] };
function possibleStems(surface) {
  const head = surface.slice(0, -1), [initial, vowel] = split(surface.at(-1));
  const open = join([initial, vowel, ""]);
  const stems = [surface, head + open, head + join([initial, vowel, "ㄹ"])];
  for (const v of OPENED[vowel] ?? []) stems.push(head + join([initial, v, ""]));
  if (head && "라러".includes(open) && split(head.at(-1))?.[2] === "ㄹ") stems.push(head.slice(0, -1) + withFinal(head.at(-1), "") + "르");
  if (head && "우워와".includes(open) && split(head.at(-1))?.[2] === "") stems.push(head.slice(0, -1) + withFinal(head.at(-1), "ㅂ"));
  return stems;
}

// Stems of one syllable whose name in -기 is a verb: 읽기, but not 크기 or 세기.
const NAMED = "읽찾떼쌓끊넣깔걸켜끄짜쓰빼재풀막잇묶뽑적열";

/** The stem of a one-syllable verb that a query names: 읽기 → 읽; "" for any other word. */
export const naming = (word) => (/^.기(를|가|는|도)?$/.test(word) && NAMED.includes(word[0]) ? word[0] : "");

/**
 * The stems of the verbs a word of a query may be a form of: 미분한 → 미분하, 지워서 → 지우.
 * `sure` is false where the word could as well be a noun (그림, 손실, 텐서): only its last syllable speaks for a verb.
 */
export function verbs(word) {
  const sure = new Set(), unsure = new Set();
  if (![...word].every(isHangul)) return { stems: [], sure: false };
  for (let n = 1; n <= word.length; n++) {
    const surface = word.slice(0, n), rest = word.slice(n);
    for (const stem of possibleStems(surface)) {
      for (const [form, shape] of forms(stem)) {
        const naming = shape === "stem" && stem.length > 1 && stem !== "기울" && /^기(를|가|는|도|와|의|에)?$/.test(rest); // 비우기
        const ending = naming || VERB_ENDINGS[shape].test(rest);
        if (form !== surface || stem === word || !ending) continue;
        (rest !== "" || shape === "ㅆ" || (stem.length > 1 && stem.endsWith("하")) ? sure : unsure).add(stem);
      }
    }
  }
  const doing = [...sure].filter((stem) => stem.length > 1 && stem.endsWith("하"));
  if (doing.length) return { stems: doing, sure: true };
  return sure.size ? { stems: [...sure], sure: true } : { stems: [...unsure], sure: false };
}

/** The stems of the verbs that a verb in -어지다 comes from: 더해지 → 더하, 지워지 → 지우. */
export const activeOf = (stem) => (stem.length > 2 && /[지져]$/.test(stem) ? verbs(stem.slice(0, -1)).stems.filter((active) => active !== stem.slice(0, -1)) : []);

// The keys of the Korean keyboard (두벌식): a query typed in the other mode, rldnfrl for 기울기 or ㅎㄱㅁㅇ for grad.
const KEYS = {
  ㄱ: "r", ㄲ: "R", ㄴ: "s", ㄷ: "e", ㄸ: "E", ㄹ: "f", ㅁ: "a", ㅂ: "q", ㅃ: "Q", ㅅ: "t", ㅆ: "T", ㅇ: "d", ㅈ: "w", ㅉ: "W", ㅊ: "c",
  ㅋ: "z", ㅌ: "x", ㅍ: "v", ㅎ: "g", ㄳ: "rt", ㄵ: "sw", ㄶ: "sg", ㄺ: "fr", ㄻ: "fa", ㄼ: "fq", ㄽ: "ft", ㄾ: "fx", ㄿ: "fv", ㅀ: "fg", ㅄ: "qt",
  ㅏ: "k", ㅐ: "o", ㅑ: "i", ㅒ: "O", ㅓ: "j", ㅔ: "p", ㅕ: "u", ㅖ: "P", ㅗ: "h", ㅘ: "hk", ㅙ: "ho", ㅚ: "hl", ㅛ: "y", ㅜ: "n", ㅝ: "nj",
  ㅞ: "np", ㅟ: "nl", ㅠ: "b", ㅡ: "m", ㅢ: "ml", ㅣ: "l", "": "",
};
const JAMO = Object.fromEntries(Object.entries(KEYS).map(([jamo, keys]) => [keys, jamo]));
const SYLLABLE = /([rRseEfaqQtTdwWczxvg])(hk|ho|hl|nj|np|nl|ml|[koiOjpuPhynbml])((?:rt|sw|sg|f[raqtxvg]|qt|[rRsefaqtTdwczxvg])(?![koiOjpuPhynbml]))?/y;

/** What the keys of `text` spell in Korean; "" where they spell no whole syllables. */
export function inKorean(text) {
  let spelled = "", at = 0;
  while (at < text.length) {
    if (text[at] === " ") { spelled += " "; at++; continue; }
    SYLLABLE.lastIndex = at;
    const keys = SYLLABLE.exec(text);
    if (!keys) return "";
    spelled += join([JAMO[keys[1]], JAMO[keys[2]], JAMO[keys[3] ?? ""]]);
    at = SYLLABLE.lastIndex;
  }
  return spelled;
}

/** What the keys of Korean `text` spell in Latin letters; other signs stay. */
export const inLatin = (text) => [...text].map((c) => (split(c) ?? [c]).map((jamo) => KEYS[jamo] ?? jamo).join("")).join("");
