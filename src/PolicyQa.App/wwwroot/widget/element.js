// <policy-qa>: a floating button with a panel, or (mode="inline") the panel itself.

// Loaded as a module, a script does not know where it came from.
const script = document.currentScript?.src ?? document.querySelector("script[src*='widget.js']")?.src ?? location.href;
const sheet = new CSSStyleSheet();
// A constructed sheet is no inline style: it works under the strictest content security policy.
sheet.replaceSync(css);
const mostCharacters = 500;

class PolicyQa extends HTMLElement {
  static observedAttributes = ["title", "theme", "mode", "server", "department"];

  #root = el("div", { className: "root", title: "" });
  #parts = null;
  #turns = [];
  #conversationId;
  #memory;
  #dark = matchMedia("(prefers-color-scheme: dark)");
  #onDark = () => this.#dress();
  #onOnline = () => this.#turns.forEach(turn => turn.hurry());
  #onViewport = () => this.#fit();

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [sheet];
    shadow.append(this.#root);
  }

  connectedCallback() {
    this.server = new Server(new URL(this.getAttribute("server") || ".", script).href);
    this.#memory = new Memory(this.server.base + (this.getAttribute("department") ?? ""));
    const kept = this.#memory.load();
    this.#conversationId = kept.conversationId;
    this.#build();
    this.#turns = kept.turns.map(turn => new Turn(this, turn));
    this.#parts.log.append(...this.#turns.map(turn => turn.node));
    this.#greet();
    this.#dress();
    this.#dark.addEventListener("change", this.#onDark);
    addEventListener("online", this.#onOnline);
    visualViewport?.addEventListener("resize", this.#onViewport);
    if (!this.inline && (kept.open ?? this.hasAttribute("open"))) this.show({ focus: false });
    if (this.inline) this.#scrollToLast();
  }

  disconnectedCallback() {
    this.#turns.forEach(turn => turn.stop());
    this.#dark.removeEventListener("change", this.#onDark);
    removeEventListener("online", this.#onOnline);
    visualViewport?.removeEventListener("resize", this.#onViewport);
  }

  attributeChangedCallback(name, before, after) {
    if (this.#parts === null || before === after || !this.isConnected) return;
    if (name === "theme" || name === "title") {
      this.#dress();
    } else {
      this.disconnectedCallback();
      this.connectedCallback();
    }
  }

  get inline() {
    return this.getAttribute("mode") === "inline";
  }

  get isOpen() {
    return !this.#parts.panel.hidden;
  }

  /** Opens the panel (it is always open in inline mode). */
  show({ focus = true } = {}) {
    const { panel, launch, input, heading } = this.#parts;
    if (!this.inline) {
      panel.hidden = false;
      launch.hidden = true;
      // The top layer is above whatever stacking the page has made.
      panel.showPopover?.();
      launch.setAttribute("aria-expanded", "true");
      this.#fit();
      this.#scrollToLast();
      this.keep();
    }
    // A phone would cover half the screen with its keyboard before anything was read.
    if (focus) (matchMedia("(pointer: coarse)").matches ? heading : input).focus({ preventScroll: true });
  }

  hide() {
    if (this.inline) return;
    const { panel, launch } = this.#parts;
    if (panel.matches(":popover-open")) panel.hidePopover();
    panel.hidden = true;
    launch.hidden = false;
    launch.setAttribute("aria-expanded", "false");
    launch.focus({ preventScroll: true });
    this.keep();
  }

  /** Asks a question as if the visitor had typed it. */
  ask(question) {
    const text = question.trim().slice(0, mostCharacters);
    if (!text || this.#turns.some(turn => turn.pending)) return;
    if (!this.inline && !this.isOpen) this.show();
    this.#turns.forEach(earlier => earlier.rest());
    const turn = new Turn(this, { question: text });
    this.#turns.push(turn);
    this.#parts.hello.hidden = true;
    this.#parts.log.append(turn.node);
    this.#parts.clear.disabled = false;
    this.keep();
    const done = turn.run().finally(() => this.#scrollTo(turn));
    this.#scrollTo(turn);
    return done;
  }

  // --- what a turn needs

  body(question) {
    return { question, conversationId: this.#conversationId, department: this.getAttribute("department") || undefined };
  }

  answered(turn) {
    this.#conversationId = turn.kept.answer.conversationId;
    this.keep();
  }

  keep() {
    this.#memory.save({ turns: this.#turns.map(turn => turn.kept), conversationId: this.#conversationId, open: this.inline ? undefined : this.isOpen });
  }

  say(text) {
    this.#parts.status.textContent = text;
  }

  // --- how it is made

  #build() {
    const heading = el("h2", { id: "title", tabIndex: -1 });
    const large = el("button", { type: "button", onclick: () => this.#enlarge() }, "大字");
    const clear = el("button", { type: "button", onclick: () => this.#clear() }, "清空对话");
    const close = el("button", { type: "button", "aria-label": "关闭", onclick: () => this.hide() }, icon(icons.close));
    close.hidden = this.inline;
    const samples = el("div", { className: "chips", role: "group", "aria-label": "可以这样问" });
    const hello = el("div", { className: "hello" }, el("strong", {}, "您好，想了解什么？"), el("p", {}, "直接提问，给您答案和原文。文章里没有的，会告诉您没有找到。"), samples);
    const log = el("div", { className: "log", role: "log", "aria-live": "off", "aria-label": "对话", tabIndex: 0 }, hello);
    const status = el("p", { className: "quiet", role: "status" });
    const input = el("textarea", { id: "question", rows: 1, maxLength: mostCharacters, placeholder: "请输入问题", autocomplete: "off", enterKeyHint: "send", oninput: () => this.#count(), onkeydown: event => this.#enter(event) });
    const count = el("p", { className: "count", hidden: true });
    const form = el("form", { className: "ask", onsubmit: event => { event.preventDefault(); this.#send(); } },
      el("label", { className: "quiet", htmlFor: "question" }, "您的问题"), input, el("button", { type: "submit" }, "提问"));
    const panel = el("section", { className: "panel", id: "panel", "aria-labelledby": "title", role: this.inline ? "region" : "dialog", onkeydown: event => this.#keys(event) },
      el("div", { className: "head" }, heading, large, clear, close), log, status, form, count,
      el("p", { className: "foot" }, "回答由程序从访谈原文中摘出，仅供参考，以主管部门公布的内容为准。"));
    const launch = el("button", { type: "button", className: "launch", "aria-haspopup": "dialog", "aria-expanded": "false", "aria-controls": "panel", onclick: () => this.show() }, icon(icons.ask), el("span", {}));
    if (!this.inline) {
      panel.hidden = true;
      panel.setAttribute("aria-modal", "true");
      if ("popover" in panel) panel.popover = "manual";
    }
    this.#parts = { heading, large, clear, samples, hello, log, status, input, count, panel, launch };
    this.#root.replaceChildren(...(this.inline ? [panel] : [launch, panel]));
  }

  async #greet() {
    const { hello, clear, samples } = this.#parts;
    hello.hidden = this.#turns.length > 0;
    clear.disabled = this.#turns.length === 0;
    if (hello.hidden || samples.hasChildNodes()) return;
    const questions = await this.server.samples(this.getAttribute("department")).catch(() => []);
    samples.replaceChildren(...questions.map(question => el("button", { type: "button", onclick: () => this.ask(question) }, question)));
  }

  #dress() {
    const theme = this.getAttribute("theme");
    const { heading, launch, large } = this.#parts;
    this.#root.classList.toggle("dark", theme === "dark" || (theme !== "light" && this.#dark.matches));
    this.#root.classList.toggle("large", this.#memory.large);
    this.#root.classList.toggle("float", !this.inline);
    large.setAttribute("aria-pressed", String(this.#memory.large));
    const title = this.getAttribute("title") || "政策问答";
    heading.textContent = launch.lastElementChild.textContent = title;
    if (this.inline) return;
    this.#root.role = "region";
    this.#root.ariaLabel = title;
  }

  #enlarge() {
    this.#memory.large = !this.#memory.large;
    this.#dress();
  }

  #clear() {
    this.#turns.forEach(turn => turn.stop());
    this.#turns.forEach(turn => turn.node.remove());
    this.#turns = [];
    this.#conversationId = undefined;
    this.keep();
    this.#greet();
    this.say("对话已清空");
    this.#parts.input.focus();
  }

  #send() {
    const { input } = this.#parts;
    if (!input.value.trim() || this.#turns.some(turn => turn.pending)) return;
    this.ask(input.value);
    input.value = "";
    this.#count();
  }

  #enter(event) {
    // Enter that picks a word of an input method is not meant for us.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#send();
  }

  #count() {
    const { input, count } = this.#parts;
    count.hidden = input.value.length < mostCharacters - 50;
    count.textContent = `${input.value.length} / ${mostCharacters} 字`;
  }

  /** Escape closes; Tab stays inside while the panel is open. */
  #keys(event) {
    if (this.inline) return;
    if (event.key === "Escape" && !event.isComposing) {
      event.stopPropagation();
      this.hide();
    } else if (event.key === "Tab") {
      const stops = [...this.#parts.panel.querySelectorAll("button, a[href], textarea, [tabindex='0']")].filter(node => !node.disabled && node.checkVisibility());
      const at = this.shadowRoot.activeElement;
      const edge = event.shiftKey ? stops[0] : stops.at(-1);
      if (at !== edge && stops.includes(at)) return;
      if (!stops.includes(at) && !event.shiftKey) return;
      event.preventDefault();
      (event.shiftKey ? stops.at(-1) : stops[0]).focus();
    }
  }

  /** A soft keyboard takes room from the visible part of the page: the panel of a phone keeps to what is left. */
  #fit() {
    const { panel } = this.#parts;
    const whole = !this.inline && this.isOpen && innerWidth <= 480 && visualViewport;
    panel.style.height = whole ? `${visualViewport.height}px` : "";
    panel.style.top = whole ? `${visualViewport.offsetTop}px` : "";
  }

  #scrollTo(turn) {
    if (!turn.node.isConnected) return;
    const { log } = this.#parts;
    log.scrollTop += turn.node.getBoundingClientRect().top - log.getBoundingClientRect().top - 16;
  }

  #scrollToLast() {
    const last = this.#turns.at(-1);
    if (last) this.#scrollTo(last);
  }
}

if (!customElements.get("policy-qa")) customElements.define("policy-qa", PolicyQa);
