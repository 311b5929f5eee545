// Everything is built node by node: no text of a question, an answer or an article is ever read as HTML.

/** An element with properties, attributes (names with "-" or "role") and children; strings become text. */
function el(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (key.includes("-") || key === "role") node.setAttribute(key, value);
    else if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node[key] = value;
  }
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

/** A line drawing on a 24 × 24 grid, for the eye only. */
function icon(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

const icons = {
  ask: "M4 5h16v11H9l-5 4zM8 9h8M8 12h5",
  close: "M6 6l12 12M18 6L6 18",
  yes: "M7 11v9H4v-9zM7 11l4-8c2 0 3 1 2.5 3L13 9h6l-1.500 10H7",
  no: "M7 13V4H4v9zM7 13l4 8c2 0 3-1 2.500-3L13 15h6L17.500 5H7",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
};

/** Copies where the clipboard may be had, and by the old way on pages without HTTPS. */
async function copyText(text, root) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const box = el("textarea", { value: text, className: "quiet", "aria-hidden": "true" });
    const focused = root.getRootNode().activeElement;
    root.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    focused?.focus();
    return done;
  }
}
