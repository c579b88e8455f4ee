// The notebook's kernel: Jupyter's messages on one side, the live cells' own Python (client.js) on the other.

import { kernel as python } from "../client.js";

const LANGUAGE = { name: "python", mimetype: "text/x-python", file_extension: ".py", pygments_lexer: "ipython3",
  codemirror_mode: { name: "ipython", version: 3 } };
const INFO = { status: "ok", protocol_version: "5.3", implementation: "book", banner: "", help_links: [] };

/** What JupyterLite calls an IKernel. */
export class BookKernel {
  isDisposed = false;
  ready = Promise.resolve();
  #parent = null; // the request that is being answered
  #running = false; // whether it runs a cell
  #loading = false; // whether the cell shows how far a download is
  #create;
  #sendMessage;
  #silence; // stops listening to Python

  constructor({ id, name, location, sendMessage }, createMessage, Signal) {
    Object.assign(this, { id, name, location, disposed: new Signal(this) });
    this.#create = createMessage;
    this.#sendMessage = sendMessage;
    const heard = Object.entries(this.#events).map(([type, listener]) => python.on(type, (event) => this.#running && listener(event)));
    this.#silence = () => heard.forEach((off) => off());
  }

  dispose() {
    if (this.isDisposed) return;
    this.isDisposed = true;
    this.#silence();
    python.reset();
    this.disposed.emit();
  }

  async handleMessage(message) {
    const { msg_type: type } = message.header;
    this.#parent = message;
    this.#publish("status", { execution_state: "busy" });
    const answer = await this.#answers[type]?.(message.content);
    if (answer) this.#send("shell", type.replace("_request", "_reply"), answer, this.#metadata(message, answer));
    this.#publish("status", { execution_state: "idle" });
    this.#parent = null;
  }

  #answers = {
    kernel_info_request: async () => ({ ...INFO, implementation_version: "1", language_info: { ...LANGUAGE, version: PYTHON } }),
    comm_info_request: async () => ({ status: "ok", comms: {} }),
    history_request: async () => ({ status: "ok", history: [] }),
    is_complete_request: async () => ({ status: "unknown" }),

    execute_request: async ({ code }) => {
      this.#running = true;
      const { status, number } = await python.run({ id: this.id, code });
      this.#running = this.#loading = false;
      const failed = { status: "error", ename: "", evalue: "", traceback: [] };
      return { execution_count: number ?? null, ...(status === "ok" ? { status, user_expressions: {}, payload: [] } : failed) };
    },

    complete_request: async ({ code, cursor_pos: position }) => {
      const found = await python.complete(code, units(code, position));
      const [start, end] = found ? [characters(code, found.from), characters(code, found.to)] : [position, position];
      const options = found?.options ?? [];
      const types = options.map(({ label, type }) => ({ start, end, text: label, type }));
      return { status: "ok", matches: options.map(({ label }) => label), cursor_start: start, cursor_end: end,
        metadata: { _jupyter_types_experimental: types } };
    },

    inspect_request: async ({ code, cursor_pos: position }) => {
      const found = await python.inspect(code, units(code, position));
      const text = found && [found.signature, found.doc].filter(Boolean).join("\n\n");
      return { status: "ok", found: Boolean(found), data: found ? { "text/plain": text } : {}, metadata: {} };
    },
  };

  #events = {
    progress: ({ what, loaded, total }) => {
      const text = `${what} 내려받는 중 ${megabytes(loaded)} / ${megabytes(total)} MB`;
      this.#publish(this.#loading ? "update_display_data" : "display_data",
        { data: { "text/plain": text }, metadata: {}, transient: { display_id: "loading" } });
      this.#loading = true;
    },
    start: ({ number }) => {
      if (this.#loading) this.#publish("clear_output", { wait: false });
      this.#publish("execute_input", { code: this.#parent.content.code, execution_count: number });
    },
    output: ({ output: { output_type: type, ...content } }) => this.#publish(type, content),
    update: ({ output: { output_type: _, ...content } }) => this.#publish("update_display_data", content),
    clear: () => this.#publish("clear_output", { wait: true }),
    lost: ({ message }) => this.#warn(message),
    failed: ({ message }) => this.#warn(message),
  };

  #warn(text) {
    this.#publish("stream", { name: "stderr", text: `${text}\n` });
  }

  /** JupyterLite takes back all waiting cells after an error, unless it hears this word: also where the error was wanted. */
  #metadata({ header, content }, { status }) {
    return header.msg_type === "execute_request" && status === "error" && content.stop_on_error === false ? { cause: "interrupt" } : {};
  }

  #publish(type, content) {
    this.#send("iopub", type, content);
  }

  #send(channel, msgType, content, metadata = {}) {
    const { header } = this.#parent;
    this.#sendMessage(this.#create({ channel, msgType, session: header.session, parentHeader: header, content, metadata }));
  }
}

const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

/** Jupyter counts characters, JavaScript UTF-16 units. */
const units = (code, characters) => [...code].slice(0, characters).join("").length;
const characters = (code, units) => [...code.slice(0, units)].length;
