// The server's door: POST /api/ask as server-sent events, read as they come.

/** What went wrong, in words for a person. */
class Fault extends Error {
  /**
   * @param wait seconds after which trying again may help; null where it will not
   * @param told the server itself said how long: no reason to wait longer each time
   */
  constructor(message, wait = null, told = false) {
    super(message);
    this.wait = wait;
    this.told = told;
  }
}

const silence = 20_000;
const firstWait = 3;

class Server {
  /** @param base the server's address; it may lie in a folder of its host */
  constructor(base) {
    this.base = base.endsWith("/") ? base : base + "/";
  }

  /** An address on this server, or null for one that leads elsewhere. */
  link(path) {
    const { href } = new URL(path.replace(/^\/+/, ""), this.base);
    return href.startsWith(this.base) && /^https?:/.test(href) ? href : null;
  }

  async samples(department) {
    const query = department ? "?department=" + encodeURIComponent(department) : "";
    const response = await fetch(this.link("/api/samples" + query), { credentials: "omit" });
    return response.ok ? (await response.json()).items.slice(0, 4) : [];
  }

  async feedback(body) {
    const response = await this.#post("/api/feedback", body, "application/json");
    if (!response.ok) throw new Fault("没有送到，请稍后再试");
  }

  /**
   * Asks. `onText` gets the text so far, `onAnswer` the answer as soon as it is whole; where a model words it, better
   * wordings follow, each checked against its sources, and `onAnswer` gets them too.
   */
  async ask(body, onText, onAnswer, signal) {
    let answered = null;
    const abort = new AbortController();
    const stop = () => abort.abort();
    signal.addEventListener("abort", stop);
    let timer = setTimeout(stop, silence);
    try {
      const response = await this.#post("/api/ask", body, "text/event-stream", abort.signal);
      if (!response.ok) throw await this.#faultOf(response);
      for await (const [event, data] of events(response.body)) {
        clearTimeout(timer);
        timer = setTimeout(stop, silence);
        if (event === "done") return;
        if (event === "answer") onAnswer(answered = data);
        else if (event === "delta" && data.wordedBy) onAnswer({ ...answered, ...data });
        else if (event === "delta") onText(data.text);
      }
      if (!answered) throw new Fault("回答没有传完", firstWait);
    } catch (error) {
      // An answer that is there stays, whatever becomes of its better wording.
      if (answered) return;
      if (signal.aborted || error instanceof Fault) throw error;
      throw new Fault("暂时连不上服务", firstWait);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
    }
  }

  async #faultOf(response) {
    const after = Number(response.headers.get("Retry-After"));
    if (response.status === 429) return new Fault("问得太快了", after > 0 ? after : 30, true);
    if (response.status >= 500) return new Fault(response.status === 503 ? "服务正在准备" : "服务暂时出错", after > 0 ? after : firstWait, after > 0);
    const problem = await response.json().catch(() => null);
    return new Fault(problem?.title ?? "这个问题没有发出去");
  }

  #post(path, body, accept, signal) {
    return fetch(this.link(path), {
      method: "POST",
      credentials: "omit",
      headers: { "Content-Type": "application/json", Accept: accept },
      body: JSON.stringify(body),
      signal,
    });
  }
}

/** Server-sent events (HTML standard, 9.2.6), as far as this server writes them. */
async function* events(stream) {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    rest += decoder.decode(value, { stream: !done });
    const blocks = rest.split(/\r?\n\r?\n/);
    rest = blocks.pop();
    for (const block of blocks) {
      let event = "message";
      const data = [];
      for (const line of block.split(/\r?\n/)) {
        if (line.startsWith("event:")) event = line.slice(6).trim();
        else if (line.startsWith("data:")) data.push(line.slice(5).trimStart());
      }
      if (data.length > 0) yield [event, JSON.parse(data.join("\n"))];
    }
    if (done) return;
  }
}
