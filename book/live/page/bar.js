// Which torch runs, its state, what is loading, and what to know: a line at the chapter's end, at the window's foot once code is used.

const MB = 1e6;
const STATES = { off: "아직 켜지 않음", loading: "준비하는 중", ready: "준비됨", busy: "실행 중", failed: "켜지 못함" };

export class Bar {
  /** @param {{ runAll(), stop(), empty() }} actions */
  constructor(kernel, actions) {
    this.root = document.createElement("div");
    this.root.className = "live-bar";
    this.root.setAttribute("role", "region");
    this.root.setAttribute("aria-label", "코드 실행");
    this.root.innerHTML = `<p class="live-engine"><i></i><span></span></p><p class="live-load"></p><progress hidden aria-label="내려받은 양"></progress>
      <p class="live-word"></p><p class="live-unkept"></p><div class="live-acts"></div>`;
    this.part = (name) => this.root.querySelector(name);
    for (const [word, action] of [["모두 실행", "runAll"], ["멈춤", "stop"], ["변수 비우기", "empty"]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = word;
      button.dataset.act = action;
      button.addEventListener("click", () => actions[action]());
      this.part(".live-acts").append(button);
    }
    document.querySelector("article").append(this.root);
    this.kernel = kernel;
    kernel.on("state", () => this.draw());
    kernel.on("ready", () => this.draw());
    kernel.on("progress", (event) => this.progress(event));
    this.draw();
  }

  show() {
    document.documentElement.classList.add("live-on");
  }

  draw() {
    const { state, info } = this.kernel;
    this.root.dataset.state = state;
    if (state === "ready" || state === "failed") this.progress({ loaded: 0, total: 0 });
    this.part(".live-engine span").textContent = `torch${info ? `: ${info.torch}` : ""} · ${STATES[state]}`;
  }

  progress({ loaded, total, what }) {
    const bar = this.part("progress");
    const over = loaded >= total || ["ready", "failed"].includes(this.kernel.state); // what comes in the background is no news
    bar.hidden = over;
    bar.max = total;
    bar.value = loaded;
    const text = `${what} 내려받는 중 ${(loaded / MB).toFixed(1)} / ${(total / MB).toFixed(1)} MB`;
    this.part(".live-load").textContent = over ? "" : text;
  }

  /** What stays to be read until it is true no more: other words come and go. */
  warn(text) {
    this.part(".live-unkept").textContent = text;
  }

  /** One sentence for the reader; an action beside it where there is something to do. */
  say(text, word, action) {
    const place = this.part(".live-word");
    place.textContent = text;
    if (!word) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = word;
    button.addEventListener("click", () => (this.say(""), action()));
    place.append(" ", button);
  }
}
