// One question and what became of it: waiting, text as it streams, an answer, or a fault that is tried again.

const longestWait = 60;
const mostTries = 8;

class Turn {
  #owner;
  #reply = el("div", { className: "reply" });
  #abort = null;
  #late = null;
  #timer = null;
  #tries = 0;

  /**
   * @param owner what a turn needs of the widget: server, body(question), say(text), keep(), ask(question), answered(turn)
   * @param kept { question, answer?, useful? }
   */
  constructor(owner, kept) {
    this.#owner = owner;
    this.kept = kept;
    this.node = el("div", { className: "turn" }, el("p", { className: "asked" }, el("span", { className: "quiet" }, "您问："), kept.question), this.#reply);
    if (kept.answer) this.#show();
    else this.#fail(new Fault("上次没有等到回答"));
  }

  get pending() {
    return this.#abort !== null;
  }

  async run() {
    this.stop();
    const abort = this.#abort = new AbortController();
    this.#tries++;
    const wait = el("p", { className: "wait" }, "正在查找……");
    this.#reply.replaceChildren(wait);
    this.#owner.say("正在查找");
    try {
      let arrived;
      const asked = this.#owner.server.ask(this.#owner.body(this.kept.question), text => {
        // Shown as it comes; read aloud only when it is whole.
        wait.className = "text";
        wait.setAttribute("aria-hidden", "true");
        wait.textContent = text;
      }, answer => {
        if (abort.signal.aborted) return;
        const first = this.#abort === abort;
        this.kept.answer = answer;
        this.#show();
        if (!first) return this.#owner.keep();
        // From here on the next question may be asked; a better wording is welcome, not waited for.
        this.#abort = null;
        this.#late = abort;
        this.#tries = 0;
        this.#owner.say(spoken(answer));
        this.#owner.answered(this);
        arrived();
      }, abort.signal);
      await Promise.race([asked, new Promise(resolve => { arrived = resolve; })]);
    } catch (error) {
      if (abort.signal.aborted) return;
      this.#abort = null;
      this.#fail(this.#tries < mostTries ? error : new Fault(error.message));
      this.#owner.say(error.message);
    }
  }

  stop() {
    this.#abort?.abort();
    this.#late?.abort();
    clearInterval(this.#timer);
    this.#abort = this.#late = this.#timer = null;
  }

  /** The network is back: no reason to wait. */
  hurry() {
    if (this.#timer !== null) this.run();
  }

  /** Something else is asked: this one is tried again only by hand. */
  rest() {
    if (this.#timer === null) return;
    this.stop();
    this.#fail(new Fault("没有等到回答"));
  }

  #fail({ message, wait, told }) {
    const again = el("button", { type: "button", onclick: () => this.run() }, wait === null ? "再试一次" : "现在就试");
    const line = el("p", {}, message + "。");
    this.#reply.replaceChildren(el("div", { className: "fault" }, line, el("div", { className: "chips" }, again)));
    if (wait === null) return;
    // Twice as long each time, so that a server coming back is not run over.
    let left = Math.min(longestWait, Math.ceil(wait) * (told ? 1 : 2 ** (this.#tries - 1)));
    const tell = () => { line.textContent = `${message}，${left} 秒后自动再试。`; };
    tell();
    this.#timer = setInterval(() => {
      left--;
      if (left > 0) tell();
      else this.run();
    }, 1000);
  }

  #show() {
    const { answer } = this.kept;
    const { server } = this.#owner;
    this.#reply.replaceChildren(...answerView(answer, server));
    if (answer.status !== "clarify") this.#reply.append(this.#tools());
    if (answer.suggestions.length > 0) {
      this.#reply.append(el("div", { className: "chips next", role: "group", "aria-label": answer.status === "clarify" ? "请选一个" : "还可以问" },
        ...answer.suggestions.map(question => el("button", { type: "button", onclick: () => this.#owner.ask(question) }, question))));
    }
  }

  #tools() {
    const vote = (useful, path, name) => el("button", {
      type: "button",
      "aria-pressed": String(this.kept.useful === useful),
      onclick: event => this.#vote(useful, event.currentTarget.parentElement),
    }, icon(path), name);
    const copy = el("button", { type: "button", onclick: () => this.#copy(copy) }, icon(icons.copy), el("span", {}, "复制"));
    return el("div", { className: "tools" }, vote(true, icons.yes, "有用"), vote(false, icons.no, "没用"), copy);
  }

  async #vote(useful, tools) {
    const { answer } = this.kept;
    const pressed = [...tools.querySelectorAll("[aria-pressed]")];
    try {
      await this.#owner.server.feedback({ question: answer.question, conversationId: answer.conversationId, useful });
      this.kept.useful = useful;
      pressed.forEach((button, index) => button.setAttribute("aria-pressed", String((index === 0) === useful)));
      this.#owner.keep();
      this.#owner.say("已收到，谢谢");
    } catch {
      this.#owner.say("没有送到，请稍后再试");
    }
  }

  async #copy(button) {
    const done = await copyText(quotation(this.kept.answer, this.#owner.server), button.closest(".root"));
    const label = button.lastElementChild;
    label.textContent = done ? "已复制" : "复制不了";
    this.#owner.say(done ? "答案和出处已复制" : "复制不了");
    setTimeout(() => { label.textContent = "复制"; }, 2000);
  }
}
