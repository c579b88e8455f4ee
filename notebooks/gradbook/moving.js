// Makes the book's figures move. A figure is <figure class="moving" data-moving="JSON">: still pictures (an <img>, or inline SVG
// where the site has put it in already), a caption, and in the JSON its controls and what changes with them. Every value there
// was computed when the cell ran; this file only puts it into the picture. Without this file the still picture stands.

const TAGS = new Set(["svg", "title", "path", "circle", "rect", "text"]);
const ATTRIBUTES = new Set(("role width height viewBox font-family stroke-linejoin stroke-linecap d fill stroke stroke-width stroke-dasharray " +
  "cx cy r x y rx font-size text-anchor font-weight paint-order visibility").split(" "));
const PACE = 900; // ms that a frame stays while the figure plays
const CALM = matchMedia("(prefers-reduced-motion: reduce)"); // who asks for calm steps by hand
const SVG = "http://www.w3.org/2000/svg";

/** The place of a value in a list kept by the controls `axes` only, the last one changing fastest. */
export const place = (axes, at, sizes) => axes.reduce((index, axis) => index * sizes[axis] + at[axis], 0);

/** Which of the positions lies nearest. */
export const nearest = (positions, value) =>
  positions.reduce((best, position, i) => (Math.abs(position - value) < Math.abs(positions[best] - value) ? i : best), 0);

/** Inline SVG of an <img>'s data address, built anew from a short list: nothing in it can run, load or style. */
export function inline(image) {
  const text = decodeURIComponent(image.src.slice(image.src.indexOf(",") + 1));
  return rebuilt(new DOMParser().parseFromString(text, "image/svg+xml").documentElement);
}

function rebuilt(from) {
  if (!TAGS.has(from.localName)) return document.createTextNode("");
  const to = document.createElementNS(SVG, from.localName);
  for (const { name, value } of from.attributes) if (ATTRIBUTES.has(name)) to.setAttribute(name, value);
  for (const child of from.childNodes) to.append(child.nodeType === Node.ELEMENT_NODE ? rebuilt(child) : child.data ?? "");
  return to;
}

function make(tag, properties = {}, ...inside) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...inside);
  return element;
}

class Figure {
  constructor(root) {
    this.root = root;
    this.data = JSON.parse(root.dataset.moving);
    this.at = this.data.controls.map(({ start }) => start);
    this.sizes = this.data.controls.map(({ texts }) => texts.length);
    this.caption = root.querySelector("figcaption");
    const pictures = [...root.querySelectorAll("img")];
    for (const image of pictures) image.replaceWith(inline(image));
    this.pictures = [...root.querySelectorAll("svg")];
    this.shapes = this.pictures.map((svg) => [...svg.children].filter(({ localName }) => localName !== "title"));
    const stage = root.querySelector(".moving-stage");
    this.controls = this.data.controls.map((control, axis) => this[control.kind](control, axis));
    stage.after(make("div", { className: "moving-controls", role: "group", ariaLabel: "그림을 움직이는 단추" },
      ...this.controls.map(({ element }) => element)));
    for (const svg of this.pictures) { // one wider than a phone is not made smaller: it scrolls
      const { width } = svg.viewBox.baseVal;
      if (width > 360) svg.style.minWidth = `${width}px`;
    }
    if (stage.scrollWidth > stage.clientWidth + 1) Object.assign(stage, { tabIndex: 0, role: "region", ariaLabel: "옆으로 넘겨 볼 수 있는 그림" });
    for (const held of root.querySelectorAll("input, button, summary, [tabindex]")) {
      held.setAttribute("data-lm-suppress-shortcuts", ""); // JupyterLab's own keys: an arrow folds a section there
    }
    this.caption.setAttribute("aria-live", "polite");
    this.drag();
    this.show();
    root.classList.add("ready");
  }

  move(axis, to) {
    const size = this.sizes[axis];
    const next = Math.max(0, Math.min(size - 1, to));
    if (next === this.at[axis]) return;
    this.at[axis] = next;
    this.show();
  }

  show() {
    for (const [picture, number, name, [axes, values]] of this.data.changes) {
      const shape = this.shapes[picture]?.[number];
      const value = values[place(axes, this.at, this.sizes)];
      if (!shape) continue;
      if (name === "text") shape.textContent = value;
      else if (value === "") shape.removeAttribute(name);
      else if (ATTRIBUTES.has(name)) shape.setAttribute(name, value);
    }
    const [axes, sentences] = this.data.say;
    const sentence = sentences[place(axes, this.at, this.sizes)];
    if (this.caption.textContent !== sentence) this.caption.textContent = sentence;
    this.controls.forEach(({ tell }, axis) => tell(this.at[axis]));
  }

  // ── the kinds of controls: each gives { element, tell }, `tell` shows where it stands ──

  range(control, axis) {
    const input = make("input", { type: "range", min: 0, max: this.sizes[axis] - 1, step: 1, value: control.start });
    input.setAttribute("aria-label", control.label);
    input.addEventListener("input", () => this.move(axis, Number(input.value)));
    return input;
  }

  slider(control, axis) {
    const input = this.range(control, axis);
    const text = make("output");
    text.setAttribute("aria-hidden", "true"); // the slider says it itself
    const tell = (at) => {
      input.value = at;
      text.textContent = control.texts[at];
      input.setAttribute("aria-valuetext", control.texts[at]);
    };
    return { element: make("div", { className: "moving-slider" }, make("span", { textContent: control.label, ariaHidden: "true" }), input, text), tell };
  }

  steps(control, axis) {
    const { element, tell } = this.slider(control, axis);
    const button = (textContent, act) => {
      const made = make("button", { type: "button", textContent });
      made.addEventListener("click", act);
      return made;
    };
    const back = button("이전", () => this.move(axis, this.at[axis] - 1));
    const on = button("다음", () => this.move(axis, this.at[axis] + 1));
    const last = this.sizes[axis] - 1;
    let timer;
    const stop = () => {
      clearInterval(timer);
      timer = undefined;
      play.textContent = "재생";
    };
    const play = button("재생", () => {
      if (timer) return stop();
      if (this.at[axis] === last) this.move(axis, 0);
      play.textContent = "멈춤";
      timer = setInterval(() => (this.at[axis] === last || !play.isConnected ? stop() : this.move(axis, this.at[axis] + 1)), PACE);
    });
    element.firstChild.remove();
    return {
      element: make("div", { className: "moving-steps" }, make("div", {}, back, on, ...(CALM.matches ? [] : [play])), element),
      tell: (at) => {
        tell(at);
        // Not `disabled`, which would throw the focus away at either end.
        back.setAttribute("aria-disabled", at === 0);
        on.setAttribute("aria-disabled", at === last);
      },
    };
  }

  choice(control, axis) {
    const buttons = control.texts.map((textContent, at) => {
      const button = make("button", { type: "button", textContent });
      button.addEventListener("click", () => this.move(axis, at));
      return button;
    });
    const element = make("div", { className: "moving-choice", role: "group", ariaLabel: control.label },
      make("span", { textContent: control.label, ariaHidden: "true" }), ...buttons);
    return { element, tell: (now) => buttons.forEach((button, at) => button.setAttribute("aria-pressed", at === now)) };
  }

  /** The first control with positions is dragged along x in the first picture, the second along y. */
  drag() {
    const dragged = this.data.controls.map(({ at }, axis) => ({ at, axis })).filter(({ at }) => at);
    if (!dragged.length) return;
    const svg = this.pictures[0];
    svg.classList.add("moving-drag");
    if (dragged.length > 1) svg.classList.add("moving-plane");
    const follow = (event) => {
      const box = svg.getBoundingClientRect();
      const point = [(event.clientX - box.left) / box.width * svg.viewBox.baseVal.width, (event.clientY - box.top) / box.height * svg.viewBox.baseVal.height];
      dragged.forEach(({ at, axis }, side) => this.move(axis, nearest(at, point[side])));
    };
    svg.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      svg.setPointerCapture(event.pointerId);
      follow(event);
    });
    svg.addEventListener("pointermove", (event) => svg.hasPointerCapture(event.pointerId) && follow(event));
  }
}

/** Makes every figure below `root` move that does not yet. */
export function start(root = document) {
  for (const figure of root.querySelectorAll("figure.moving:not(.ready)")) {
    try {
      new Figure(figure);
    } catch (error) {
      console.warn(error); // the still picture stands
      figure.classList.add("ready");
    }
  }
}

if (!globalThis.gradbookMoves) { // once, however many cells of a notebook bring it
  globalThis.gradbookMoves = true;
  start();
  // Figures that come later: a cell that is run.
  new MutationObserver((records) => records.some(({ addedNodes }) => addedNodes.length) && start())
    .observe(document.body, { childList: true, subtree: true });
}
