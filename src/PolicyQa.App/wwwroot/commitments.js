// The ledger works without this script. It filters and sorts in place, so that ten thousand rows answer while one types.
"use strict";
(() => {
  const form = document.getElementById("filters");
  const table = document.getElementById("ledger");
  if (!form || !table) return;

  const body = table.tBodies[0];
  const count = document.getElementById("count");
  const pager = document.querySelector(".pager");
  const shownAtOnce = 100;
  const chartPause = 350;
  let rows = [];
  let found = [];
  let shown = 0;
  let whole = false;
  let sort = new URLSearchParams(location.search).get("sort") ?? "";

  const more = document.createElement("button");
  more.type = "button";
  more.className = "more-rows";
  more.hidden = true;
  table.after(more);
  more.addEventListener("click", () => {
    const first = shown;
    show(shown + shownAtOnce);
    found[first]?.row.querySelector("summary")?.focus();
  });

  // Full-width letters and digits are found by plain ones, as the server does it.
  const fold = text => text.normalize("NFKC").toLowerCase();

  function take(list) {
    return Array.from(list, (row, at) => ({
      row, at,
      text: fold([row.cells[0], row.querySelector("summary"), row.querySelector(".from"), row.cells[3]].map(e => e.textContent).join("\n")),
      department: row.dataset.department,
      kind: row.dataset.kind,
      status: row.dataset.status,
      deadline: row.dataset.deadline,
      day: row.dataset.day,
      quantity: row.dataset.quantity === "" ? -1 : Number(row.dataset.quantity),
    }));
  }

  const kinds = { measurable: 0, deadline: 1, measure: 2 };
  const byText = (a, b) => a < b ? -1 : a > b ? 1 : 0;
  const orders = {
    department: (a, b) => byText(a.department, b.department),
    quantity: (a, b) => a.quantity - b.quantity,
    kind: (a, b) => kinds[a.kind] - kinds[b.kind],
  };

  function ordered(list) {
    const name = sort.replace(/^-/, "");
    const sign = sort.startsWith("-") ? -1 : 1;
    if (name === "deadline") {
      // Rows without a date come last either way.
      const rank = r => r.day ? 0 : r.deadline ? 1 : 2;
      return list.sort((a, b) => rank(a) - rank(b) || sign * byText(a.day, b.day) || a.at - b.at);
    }
    const by = orders[name];
    return by ? list.sort((a, b) => sign * by(a, b) || a.at - b.at) : list;
  }

  function fits(wanted, words) {
    return r =>
      (!wanted.department || r.department === wanted.department)
      && (!wanted.kind || r.kind === wanted.kind)
      && (!wanted.deadline || (wanted.deadline === "any" ? r.deadline !== "" : wanted.deadline === "none" ? r.deadline === "" : r.deadline === wanted.deadline))
      && (!wanted.status || r.status === wanted.status)
      && words.every(w => r.text.includes(w));
  }

  function wanted() {
    const values = Object.fromEntries(new FormData(form));
    return Object.fromEntries(Object.entries({ ...values, sort }).map(([k, v]) => [k, String(v).trim()]).filter(([, v]) => v));
  }

  function show(most) {
    shown = Math.min(most, found.length);
    body.replaceChildren(...found.slice(0, shown).map(r => r.row));
    more.hidden = shown === found.length;
    more.textContent = `再显示 ${Math.min(shownAtOnce, found.length - shown)} 项`;
  }

  function apply() {
    const values = wanted();
    found = ordered(rows.filter(fits(values, fold(values.q ?? "").split(/\s+/).filter(Boolean))));
    show(shownAtOnce);
    const measurable = found.filter(r => r.kind === "measurable").length;
    const dated = found.filter(r => r.deadline).length;
    count.textContent = found.length ? `共 ${found.length} 项，其中量化 ${measurable} 项、写明时限 ${dated} 项` : "没有符合条件的承诺，请放宽条件。";
    address(values);
  }

  function address(values) {
    const query = new URLSearchParams(values);
    const text = query.size ? "?" + query : "";
    history.replaceState(null, "", location.pathname + text);
    for (const link of document.querySelectorAll("[data-format]")) {
      const own = new URLSearchParams(values);
      own.set("format", link.dataset.format);
      link.href = "/api/commitments?" + own;
    }
    for (const head of table.tHead.querySelectorAll("[data-sort]")) {
      const name = head.dataset.sort;
      const state = sort === name ? "ascending" : sort === "-" + name ? "descending" : "none";
      head.closest("th").setAttribute("aria-sort", state);
      const own = new URLSearchParams(values);
      own.set("sort", state === "ascending" ? "-" + name : name);
      head.href = "/commitments?" + own;
    }
    later(text);
  }

  // The charts are drawn by the server, for what is filtered.
  let timer = 0;
  let asking = null;
  let drawn = location.search.replace(/[?&](?:sort|page|id)=[^&]*/g, "");
  function later(text) {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const key = text.replace(/[?&]sort=[^&]*/g, "");
      if (key === drawn) return;
      asking?.abort();
      asking = new AbortController();
      try {
        const fresh = (await page("/commitments" + text, asking.signal)).getElementById("charts");
        if (fresh) document.getElementById("charts").replaceWith(fresh);
        drawn = key;
      } catch {
        // The table is right without them.
      }
    }, chartPause);
  }

  async function page(url, signal) {
    const response = await fetch(url, { headers: { Accept: "text/html" }, signal });
    return new DOMParser().parseFromString(await response.text(), "text/html");
  }

  // What the address does not filter by is fetched once; until then the server answers.
  async function fetchAll() {
    const all = await page("/commitments?rows=all");
    rows = take(all.getElementById("ledger").tBodies[0].rows);
    const open = new Set(Array.from(body.querySelectorAll("details[open]"), d => d.closest("tr").id));
    for (const { row } of rows) if (open.has(row.id)) row.querySelector("details").open = true;
    whole = true;
    table.dataset.ready = "";
  }

  function start() {
    const here = new URLSearchParams(location.search);
    if (here.has("id") || here.has("from") || here.has("to")) return Promise.resolve();
    const ready = Number(table.dataset.total) === body.rows.length && ![...here.keys()].some(k => k !== "sort" && k !== "page" && here.get(k));
    if (ready && !sort) {
      rows = take(body.rows);
      whole = true;
      found = rows.slice();
      shown = found.length;
      table.dataset.ready = "";
      return Promise.resolve();
    }
    return fetchAll().then(() => {
      if (pager) pager.hidden = true;
      apply();
    });
  }

  form.addEventListener("input", () => { if (whole) apply(); });
  form.addEventListener("submit", event => {
    if (!whole) return;
    event.preventDefault();
    apply();
  });
  form.querySelector(".go a").addEventListener("click", event => {
    if (!whole) return;
    event.preventDefault();
    for (const field of form.querySelectorAll("input:not([type=hidden]), select")) field.value = "";
    sort = "";
    apply();
    form.querySelector("input").focus();
  });
  table.tHead.addEventListener("click", event => {
    const link = event.target.closest("[data-sort]");
    if (!link || !whole) return;
    event.preventDefault();
    const name = link.dataset.sort;
    sort = sort === name ? "-" + name : name;
    form.querySelector("[name=sort]")?.remove();
    apply();
  });
  // On paper every row that is filtered, not only those on the screen.
  addEventListener("beforeprint", () => { if (whole) show(found.length); });

  start().catch(() => {});
})();
