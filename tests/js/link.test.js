import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { LIVE, openPage, script } from "./sources.js";

openPage();
const { fromFragment, toFragment } = await script(`${LIVE}link.js`);
const { hash } = await script(`${LIVE}drafts.js`);
const made = (id, code) => `#cell=${id}.${hash(code)}.${deflateRawSync(code).toString("base64url")}`;

test("what goes into a link comes out of it", async () => {
  for (const code of ["", "x = 1", "# 한글과 😀\nprint('가' * 3)\n\ttab \\ \"둘\"\r\n", "x\n".repeat(500)]) {
    const fragment = await toFragment("square-graph", code);
    assert.match(fragment, /^#cell=[\w.-]+$/); // main.js and page.js know it by its beginning
    assert.deepEqual(await fromFragment(fragment), { id: "square-graph", code });
  }
});

test("an id with any letters comes back", async () => {
  assert.equal((await fromFragment(await toFragment("셀 1/2", "x"))).id, "셀 1/2");
});

test("a link that lost or changed a letter is known", async () => {
  const fragment = await toFragment("a", "x = torch.tensor([1., 2.], requires_grad=True)\nprint(x)");
  for (let at = "#cell=a.".length; at < fragment.length; at++) {
    assert.equal(await fromFragment(fragment.slice(0, at)), null);
    assert.equal(await fromFragment(fragment.slice(0, at) + fragment.slice(at + 1)), null);
  }
  for (const broken of ["#cell=", "#cell=a", "#cell=a.b.c", `${fragment}!`, `${fragment}AAAA`, "#cell=%E0.0123456789abcdef.", "#x"]) {
    assert.equal(await fromFragment(broken), null, broken);
  }
});

test("a link made by hand must hold code that can be shown", async () => {
  assert.deepEqual(await fromFragment(made("a", "print(1)")), { id: "a", code: "print(1)" });
  assert.equal(await fromFragment(made("a", "x".repeat(200_000))), null, "it unfolds to more than code has");
  assert.equal(await fromFragment(made("a", "x\n".repeat(700))), null, "its difference would not be shown whole");
  assert.equal(await fromFragment(made("a", "a = 1 # \u202e2 = b")), null, "it would look other than it runs");
});

test("code that is too long for an address makes no link", async () => {
  let code = "";
  for (let i = 0; code.length < 40_000; i++) code += `v${i} = ${Math.sin(i)}; `;
  assert.equal(await toFragment("a", code), null);
  assert.equal(await toFragment("a", "x\n".repeat(700)), null);
});
