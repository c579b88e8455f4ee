import assert from "node:assert/strict";
import { test } from "node:test";
import { ASSETS, script } from "./sources.js";

const { another, shuffled } = await script(`${ASSETS}self-test-draw.js`);

/** Random numbers that are the same on each run. */
const seeded = (seed) => () => (seed = (seed * 16807) % 2147483647) / 2147483647;

test("a shuffle loses nothing, changes nothing it was given, and every order comes as often", () => {
  const [items, random, found] = [["a", "b", "c"], seeded(7), new Map()];
  for (let draw = 0; draw < 6000; draw++) {
    const order = shuffled(items, random).join("");
    found.set(order, (found.get(order) ?? 0) + 1);
  }
  assert.deepEqual([...found.keys()].sort(), ["abc", "acb", "bac", "bca", "cab", "cba"]);
  for (const often of found.values()) assert.ok(Math.abs(often - 1000) < 150, `${often} of 6000`);
  assert.deepEqual(items, ["a", "b", "c"]);
});

test("who tries again meets another variant, the first time any", () => {
  const random = seeded(7);
  const drawn = (before) => new Set(Array.from({ length: 50 }, () => another(["a", "b", "c"], before, random)));
  assert.deepEqual([drawn().size, drawn("b")], [3, new Set(["a", "c"])]);
});
