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
  for (const [word, stem] of [["미분한", "미분하"], ["지워서", "지우"], ["더하면", "더하"], ["얼렸다가", "얼리"]]) {
    const { stems, sure } = korean.verbs(word);
    assert.ok(stems.includes(stem) && sure, `${word} → ${stems}`);
  }
  assert.equal(korean.verbs("텐서").sure, false);
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
