import assert from "node:assert/strict";
import test from "node:test";
import { ASSETS, script } from "./sources.js";

const korean = await script(`${ASSETS}search-korean.js`);

test("a syllable comes apart and together again", () => {
  assert.deepEqual(korean.split("값"), ["ㄱ", "ㅏ", "ㅄ"]);
  assert.equal(korean.split("a"), null);
  for (const syllable of "가힣닭쀍") assert.equal(korean.join(korean.split(syllable)), syllable);
});

test("particles are taken off while enough of the word stays", () => {
  assert.ok(korean.withoutParticle("텐서에서는").includes("텐서"));
  assert.ok(!korean.withoutParticle("나는").includes("나"));
  assert.ok(korean.isParticle("에서") && !korean.isParticle("텐서"));
});

test("으로 after a final, 로 after none and after ㄹ", () => {
  assert.deepEqual(["값", "텐서", "손실"].map(korean.ro), ["으로", "로", "로"]);
});

test("a verb is found in the forms readers type; a noun is not taken for a verb for sure", () => {
  for (const [word, stem] of [["미분한", "미분하"], ["지워서", "지우"], ["더하면", "더하"], ["얼렸다가", "얼리"], ["쌓이던데요", "쌓이"], ["끊겼는데도", "끊기"], ["쌓여있는", "쌓이"],
    ["바꾸고나서", "바꾸"], ["쌓이는건가요", "쌓이"], ["멈춘다음에", "멈추"], ["모을수있나요", "모으"], ["줄어버렸어요", "줄"]]) {
    const { stems, sure } = korean.verbs(word);
    assert.ok(stems.includes(stem) && sure, `${word} → ${stems}`);
  }
  for (const noun of ["텐서", "그림자", "가지를"]) assert.equal(korean.verbs(noun).sure, false, noun);
  assert.deepEqual(korean.verbs("grad"), { stems: [], sure: false });
});

test("a verb named in -기 is known from a noun", () => {
  assert.equal(korean.naming("읽기"), "읽");
  assert.equal(korean.naming("크기"), "");
});

test("what was typed in the other keyboard mode is read in the right one", () => {
  assert.equal(korean.inKorean("xpstj"), "텐서");
  assert.equal(korean.inLatin("텐서"), "xpstj");
});

test("words that sound alike are one", () => {
  for (const [typed, meant] of [["텐써", "텐서"], ["디텟치", "디태치"], ["옵티마이져", "옵티마이저"], ["기울끼", "기울기"]]) {
    assert.equal(korean.soundOf(typed), korean.soundOf(meant), typed);
  }
  assert.notEqual(korean.soundOf("레이저"), korean.soundOf("레이어"));
});
