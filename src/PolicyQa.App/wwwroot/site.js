// Both pages work without this script. It saves a page load per question, and marks the place that an address names.
"use strict";

// --- asking: fetch the same page and put its answer in place
const busyClass = "busy";

async function show(url) {
  const main = document.getElementById("main");
  main.classList.add(busyClass);
  try {
    const response = await fetch(url, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.getElementById("main");
    if (!fresh) throw new Error("not a page");
    main.replaceChildren(...fresh.childNodes);
    document.title = page.title;
    document.getElementById("result")?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  } finally {
    main.classList.remove(busyClass);
  }
}

document.addEventListener("submit", event => {
  const form = event.target;
  if (form.method !== "get" || !form.matches(".ask, .suggestions")) return;
  const fields = new FormData(form, event.submitter);
  if (!String(fields.get("q") ?? "").trim()) return;
  event.preventDefault();
  const url = "/?" + new URLSearchParams(fields);
  show(url).then(() => history.pushState(null, "", url), () => location.assign(url));
});

window.addEventListener("popstate", () => {
  if (location.pathname === "/") show(location.href).catch(() => location.reload());
});

// --- reading: #612-632 are offsets into the article's text; every paragraph says where it starts
function markPlace() {
  const match = /^#(\d+)-(\d+)$/.exec(location.hash);
  const text = document.querySelector(".article-text");
  if (!match || !text) return;
  const existing = document.getElementById(location.hash.slice(1));
  if (!existing) {
    clearMarks(text);
    const start = Number(match[1]);
    const end = Number(match[2]);
    for (const block of text.querySelectorAll("[data-start]")) markIn(block, start, end);
  }
  (existing ?? text.querySelector("mark"))?.scrollIntoView({ block: "center" });
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

function clearMarks(text) {
  for (const mark of text.querySelectorAll("mark")) mark.replaceWith(...mark.childNodes);
  text.normalize();
}

window.addEventListener("hashchange", markPlace);
markPlace();
