// Every page works without this script. It saves page loads, and marks the place that an address's fragment names.
"use strict";

// --- asking: fetch the same page and put its answer in place
let shown = location.search;

async function show(url) {
  const main = document.getElementById("main");
  main.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(url, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.getElementById("main");
    if (!fresh) throw new Error("not a page");
    main.replaceChildren(...fresh.childNodes);
    document.title = page.title;
    shown = new URL(url, location.href).search;
    document.getElementById("result")?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  } finally {
    main.removeAttribute("aria-busy");
  }
}

document.addEventListener("submit", event => {
  const form = event.target;
  // Elsewhere the whole page changes, and so does its address: that is the browser's own business.
  if (location.pathname !== "/" || !form.matches(".ask, .suggestions")) return;
  const fields = new FormData(form, event.submitter);
  if (!String(fields.get("q") ?? "").trim()) return;
  event.preventDefault();
  const url = "/?" + new URLSearchParams(fields);
  show(url).then(() => history.pushState(null, "", url), () => location.assign(url));
});

// Going back to [2] within one answer is no other page.
window.addEventListener("popstate", () => {
  if (location.pathname === "/" && location.search !== shown) show(location.href).catch(() => location.reload());
});

// --- 大字: switched in place, remembered in the cookie that the server reads
document.querySelector(".size")?.addEventListener("click", event => {
  event.preventDefault();
  const link = event.currentTarget;
  const large = document.documentElement.classList.toggle("large");
  document.cookie = `size=${large ? "large" : "normal"}; path=/; max-age=31536000; samesite=lax`;
  [link.textContent, link.dataset.other] = [link.dataset.other, link.textContent];
});

// --- copying
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const code = document.getElementById(button.dataset.copy);
    const said = button.nextElementSibling;
    try {
      await navigator.clipboard.writeText(code.textContent);
      said.textContent = "已复制";
    } catch {
      // Not allowed, or not over https: selected, it is one keystroke away.
      getSelection().selectAllChildren(code);
      said.textContent = "已选中，请按 Ctrl+C 复制";
    }
  });
}

// --- reading: #612-632 are offsets into the article's text; the rules are those of CitedPlace.cs
const searchBudget = 1 << 24;

function fingerprint(text, start, end) {
  let hash = 2166136261;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 255), 16777619);
    hash = Math.imul(hash ^ (unit >> 8), 16777619);
  }
  return hash >>> 0;
}

const cuts = (text, at) => at > 0 && at < text.length && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
const fits = (text, start, end) => start < end && end <= text.length && !cuts(text, start) && !cuts(text, end);

// Where the words that were cited stand now; null where that cannot be told, and then nothing may be marked.
function find(text, start, end, print) {
  const wanted = /^[0-9a-f]{8}$/.test(print ?? "") ? parseInt(print, 16) : -1;
  if (fits(text, start, end) && (print === null || fingerprint(text, start, end) === wanted)) return start;
  const length = end - start;
  if (wanted < 0 || length <= 0 || (text.length - length + 1) * length > searchBudget) return null;
  let found = null;
  for (let at = 0; at + length <= text.length; at++) {
    if (fingerprint(text, at, at + length) !== wanted || !fits(text, at, at + length)) continue;
    if (found !== null) return null;
    found = at;
  }
  return found;
}

function markPlace() {
  const match = /^#(\d{1,9})-(\d{1,9})$/.exec(location.hash);
  const article = document.querySelector(".article-text");
  if (!match || !article) return;
  const asked = location.hash.slice(1);
  // What the server has checked and marked already stays as it is.
  if (article.dataset.cited !== asked) {
    article.dataset.cited = asked;
    remark(article, Number(match[1]), Number(match[2]));
  }
  const target = article.querySelector("mark") ?? article.querySelector(".notice");
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "center" });
}

function remark(article, start, end) {
  for (const mark of article.querySelectorAll("mark")) mark.replaceWith(...mark.childNodes);
  article.normalize();
  const blocks = [...article.querySelectorAll("[data-start]")];
  const text = blocks.reduce((before, block) => before.padEnd(Number(block.dataset.start), "\n") + block.textContent, "");
  const at = find(text, start, end, new URLSearchParams(location.search).get("v"));
  if (at !== null) for (const block of blocks) markIn(block, at, at + end - start);
  const notice = article.querySelector(".notice");
  notice.removeAttribute("id");
  const moved = at !== null && at !== start;
  if (moved) article.querySelector("mark").closest("[data-start]").before(notice);
  else article.prepend(notice);
  notice.textContent = at === null ? article.dataset.gone : moved ? article.dataset.moved : "";
}

function markIn(block, start, end) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const pieces = [];
  let at = Number(block.dataset.start);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, node.length);
    if (from < to) pieces.push([node, from, to]);
    at += node.length;
  }
  for (const [node, from, to] of pieces) {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    range.surroundContents(document.createElement("mark"));
  }
}

// The line numbers are another page; the place in it stays the same.
document.querySelector("a.lines")?.addEventListener("click", event => {
  if (location.hash) event.currentTarget.hash = location.hash;
});

window.addEventListener("hashchange", markPlace);
markPlace();
