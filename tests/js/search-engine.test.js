import assert from "node:assert/strict";
import test from "node:test";
import { ASSETS, script } from "./sources.js";

const { prepare, search } = await script(`${ASSETS}search-engine.js`);
const { fold, places } = await script(`${ASSETS}search-text.js`);
const index = prepare({
  pages: [["notebooks/a", "기울기"], ["book/b", "용어집"]],
  sections: [
    [0, "", "기울기", "기울기는 방향입니다.", "x.grad"],
    [0, "누적", "누적하기", "backward()를 두 번 부르면 기울기가 쌓입니다.", "RuntimeError: element 0 of tensors does not require grad"],
    [1, "chain", "연쇄 법칙", "이어진 계산을 미분합니다. 다른 이름: 체인룰, 체인 룰.", "", "합성함수 미분법\f겉미분이 안 됨\fjax.grad"],
  ],
  called: { 그래디언트: "기울기", 백워드: "backward", 오타: "없는 낱말" },
});
const found = (query) => search(index, query, 5).results.map(({ page, anchor }) => `${page}#${anchor}`);

test("text is folded to lower case without white space and quotes, with a way back", () => {
  assert.equal(fold("Add 'Backward0'").text, "addbackward0");
  assert.equal("Add 'Backward0'"[places("Add 'Backward0'")[3]], "B");
});

test("a word is found with its particle, a heading before prose", () => {
  assert.equal(found("기울기")[0], "notebooks/a#");
  assert.deepEqual(found("누적을"), ["notebooks/a#누적"]);
});

test("sections that hold all words come first and are not counted as partial; a word the book does not know finds nothing", () => {
  const { results, total, partial } = search(index, "backward 기울기", 5);
  assert.equal(results[0].anchor, "누적");
  assert.equal(total - partial, 1);
  assert.deepEqual(found("합성곱"), []);
  assert.deepEqual(found("합성곱 필터"), []);
});

test("where no section holds all words, the nearest are found and said to be partial", () => {
  const { results, total, partial } = search(index, "체인룰 backward 누적", 5);
  assert.ok(total > 0 && partial === total);
  assert.equal(results[0].anchor, "누적");
});

test("a question's asking words, and a verb the book lacks, are no hindrance", () => {
  assert.equal(found("누적하기 왜 하나요")[0], "notebooks/a#누적");
  assert.equal(found("기울기가 쌓이면 안되나요")[0], "notebooks/a#누적");
});

test("두번 and 두 번 are one", () => {
  assert.deepEqual(found("두번 backward"), found("두 번 backward"));
  assert.equal(found("두번 backward")[0], "notebooks/a#누적");
});

test("what readers call a thing finds what the book calls it", () => {
  assert.equal(found("그래디언트 방향")[0], "notebooks/a#");
  assert.equal(found("백워드")[0], "notebooks/a#누적");
});

test("a message is found as it was pasted", () => {
  assert.deepEqual(found("RuntimeError: element 0 of tensors does not require grad"), ["notebooks/a#누적"]);
});

test("another book's name finds the glossary's term", () => {
  assert.equal(found("체인룰")[0], "book/b#chain");
});

test("in readers' own words a section is found, however they space them and whatever the verb's form, and shows none of them", () => {
  for (const query of ["합성함수 미분 방법", "합성함수의 미분법은?", "겉미분이안되요", "겉미분 안돼"]) assert.equal(found(query)[0], "book/b#chain", query);
  const [{ title, text }] = search(index, "겉미분이 안 됨", 5).results;
  assert.doesNotMatch([...title, ...text].map(([piece]) => piece).join(""), /겉/);
});

test("words written together come apart, and a loanword is found however it is spelled", () => {
  assert.equal(found("기울기누적하기방법")[0], "notebooks/a#누적");
  assert.equal(found("그레디언트 방향")[0], "notebooks/a#");
});

test("of another trade's name the book has nothing, though a word beside it is the book's", () => {
  assert.equal(found("공변량 연쇄법칙")[0], "book/b#chain");
  assert.deepEqual(found("xgboost 연쇄법칙"), []);
});

test("another library's name for what the book has finds it, a query of that library alone finds nothing", () => {
  assert.equal(found("jax.grad 대신 쓰는 함수")[0], "book/b#chain");
  assert.equal(found("jax 누적 파이토치로")[0], "notebooks/a#누적");
  assert.deepEqual(found("jax 누적"), []);
});

test("a whole word of the text is not outdone by a reader's word for another section", () => {
  assert.deepEqual(found("미분법"), ["book/b#chain"]);
  assert.deepEqual(found("미분"), ["book/b#chain"]);
});

test("a query of the other keyboard mode is answered and said so", () => {
  const { results, corrected } = search(index, "rldnfrl", 5);
  assert.equal(corrected, "기울기");
  assert.ok(results.length);
});

test("what matched is marked and nothing of the text is lost", () => {
  const [first] = search(index, "방향", 5).results;
  assert.equal(first.text.map(([piece]) => piece).join(""), "기울기는 방향입니다.");
  assert.deepEqual(first.text.filter(([, match]) => match).map(([piece]) => piece), ["방향"]);
});

test("a word typed by ear is found, one that a word of the book merely begins is not", () => {
  assert.equal(found("기울끼 방향")[0], "notebooks/a#");
  assert.equal(found("그래디앤트 방향")[0], "notebooks/a#");
  assert.deepEqual(found("제육볶음 맛있게 부르는 법"), []);
});

test("a name written apart is one: 연쇄 법칙, 역 전파", () => {
  const spaced = prepare({ pages: [["book/glossary", "용어집"], ["notebooks/a", "전파"]], sections: [[0, "back", "역전파", "거꾸로 갑니다.", ""], [1, "", "전파", "앞으로 갑니다.", ""]] });
  assert.equal(search(spaced, "역 전파를 왜", 5).results[0].anchor, "back");
});

test("the size of a tensor stands for its shape", () => {
  const shapes = prepare({ pages: [["a", "모양"]], sections: [[0, "", "예측과 정답의 모양", "y와 예측의 모양이 다릅니다.", ""], [0, "b", "y", "y는 값입니다.", ""]] });
  assert.equal(search(shapes, "y 는 (32, 1) 인데", 5).results[0].anchor, "");
});

test("asking words written as one say nothing; a short English word one slip off is no word of the book", () => {
  assert.deepEqual(found("어떤거에 누적"), found("누적"));
  assert.deepEqual(found("tensros elememt"), []);
});

test("a question is compared in the book's words too", () => {
  const sections = [[0, "heading", "손실·최적화", "글입니다.", ""], [0, "asked", "다른 글", "글입니다.", "", "손실 최적화"]];
  const asked = prepare({ pages: [["a", "쪽"]], sections, called: { 로스: "손실", 옵팀: "최적화" } });
  assert.equal(search(asked, "손실 최적화", 5).results[0].anchor, "asked");
  assert.equal(search(asked, "로스 옵팀", 5).results[0].anchor, "asked");
});
