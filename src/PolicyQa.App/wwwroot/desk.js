// Corpus and lexicon for officials. Everything works without this script.
"use strict";

// --- a file is dropped anywhere on the box
const box = document.querySelector(".drop");
if (box) {
  const input = box.querySelector("input[type=file]");
  const title = box.querySelector("strong");
  const said = title.textContent;
  const fault = input.form.querySelector(".fault");
  const show = () => {
    const files = Array.from(input.files);
    const large = files.find(f => f.size > Number(input.dataset.mostEach));
    const all = files.reduce((sum, f) => sum + f.size, 0);
    fault.textContent = large ? `“${large.name}”超过 ${Math.floor(input.dataset.mostEach / 1048576)} MB，请拆成小一些的文件。` : all > Number(input.dataset.most) ? `一共超过 ${Math.floor(input.dataset.most / 1048576)} MB，请分几次上传。` : "";
    fault.hidden = fault.textContent === "";
    const names = Array.from(input.files, f => f.name);
    title.textContent = names.length === 0 ? said : names.length <= 3 ? names.join("、") : `${names.slice(0, 3).join("、")} 等 ${names.length} 个文件`;
    box.classList.toggle("chosen", names.length > 0);
    box.querySelector(".can-drop").hidden = names.length > 0;
  };
  box.querySelector(".can-drop").hidden = false;
  input.addEventListener("change", show);
  input.form.addEventListener("submit", event => {
    if (input.files.length === 0) input.click();
    if (input.files.length === 0 || !fault.hidden) event.preventDefault();
  });
  for (const name of ["dragenter", "dragover"]) box.addEventListener(name, event => { event.preventDefault(); box.classList.add("over"); });
  for (const name of ["dragleave", "drop"]) box.addEventListener(name, () => box.classList.remove("over"));
  box.addEventListener("drop", event => {
    event.preventDefault();
    if (event.dataTransfer.files.length) input.files = event.dataTransfer.files;
    show();
  });
  // A file that misses the box must not replace the page.
  for (const name of ["dragover", "drop"]) window.addEventListener(name, event => event.preventDefault());
  show();
}

async function part(url, id, options) {
  const response = await fetch(url, { headers: { Accept: "text/html" }, ...options });
  return new DOMParser().parseFromString(await response.text(), "text/html").getElementById(id);
}

// --- the lexicon: what the edited file does, while one types
const editor = document.querySelector("form.lexicon");
if (editor) {
  const pause = 300;
  let timer = 0;
  let asking = null;
  for (const hint of editor.querySelectorAll(".no-script")) hint.hidden = true;
  editor.addEventListener("input", event => {
    if (event.target.name !== "text" && event.target.name !== "sample") return;
    clearTimeout(timer);
    timer = setTimeout(async () => {
      asking?.abort();
      asking = new AbortController();
      const fields = new FormData(editor);
      // A new file may have no name yet; what it does can be seen all the same.
      if (fields.get("new") === "1" && !fields.get("file")) fields.set("file", "new.txt");
      fields.set("act", "look");
      try {
        const fresh = await part(editor.action, "sight", { method: "POST", body: new URLSearchParams(fields), signal: asking.signal });
        if (fresh) document.getElementById("sight").replaceChildren(...fresh.childNodes);
      } catch {
        // The next key asks again.
      }
    }, pause);
  });
}

// --- a trial that is under way: its place on the page is kept fresh
const every = 1000;
async function follow() {
  if (!document.querySelector("#trial [data-waiting]")) return;
  try {
    const fresh = await part(location.pathname, "trial");
    if (fresh) document.getElementById("trial").replaceChildren(...fresh.childNodes);
  } catch {
    // Once more in a second.
  }
  setTimeout(follow, every);
}
setTimeout(follow, every);
