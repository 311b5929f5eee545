// What a visitor said stays in this tab until it is closed; how large the letters are stays longer.

const mostTurns = 20;

class Memory {
  constructor(key) {
    this.key = "policy-qa:" + key;
  }

  /** { turns: [{ question, answer?, useful? }], conversationId?, open? } */
  load() {
    const kept = read(sessionStorageOrNull(), this.key);
    return { turns: Array.isArray(kept?.turns) ? kept.turns.filter(turn => typeof turn?.question === "string") : [], conversationId: kept?.conversationId, open: kept?.open };
  }

  save(state) {
    const kept = { ...state, turns: state.turns.slice(-mostTurns) };
    write(sessionStorageOrNull(), this.key, kept);
  }

  get large() {
    return read(localStorageOrNull(), "policy-qa:large") === true;
  }

  set large(value) {
    write(localStorageOrNull(), "policy-qa:large", value);
  }
}

// A page may forbid storage altogether; then nothing is kept, and all else works.
function sessionStorageOrNull() {
  try { return sessionStorage; } catch { return null; }
}

function localStorageOrNull() {
  try { return localStorage; } catch { return null; }
}

function read(storage, key) {
  try { return JSON.parse(storage?.getItem(key) ?? "null"); } catch { return null; }
}

function write(storage, key, value) {
  try { storage?.setItem(key, JSON.stringify(value)); } catch { /* full: the conversation is not kept */ }
}
