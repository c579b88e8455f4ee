// What the kernel says of a value: { name, type, facts: [[label, text], …] }, drawn and spoken.

export function factList(facts) {
  const list = document.createElement("dl");
  list.className = "live-facts";
  for (const [label, text] of facts) {
    const term = document.createElement("dt");
    term.textContent = label;
    const said = document.createElement("dd");
    said.textContent = text;
    list.append(term, said);
  }
  return list;
}

export function heldBlock({ name, type, facts }) {
  const block = document.createElement("div");
  const head = document.createElement("p");
  const word = document.createElement("code");
  word.textContent = name;
  head.append(word, ` ${type}`);
  block.append(head, factList(facts));
  return block;
}

export const spokenHeld = ({ name, type, facts }) => `${name}, ${type}. ${facts.map((fact) => fact.join(" ")).join(", ")}`;
