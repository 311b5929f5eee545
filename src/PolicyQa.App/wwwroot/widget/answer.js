// An answer as a person sees it: the figure, the sentence it stands in, where that is written.

const longAnswer = 24;

/** The words of a citation, those that answer marked. Offsets count in the article. */
function excerpt(citation) {
  const parts = [];
  let at = 0;
  for (const highlight of [...citation.highlights].sort((a, b) => a.start - b.start)) {
    const start = Math.min(Math.max(highlight.start - citation.start, at), citation.excerpt.length);
    const end = Math.min(Math.max(highlight.end - citation.start, start), citation.excerpt.length);
    if (start === end) continue;
    parts.push(citation.excerpt.slice(at, start), el("mark", {}, citation.excerpt.slice(start, end)));
    at = end;
  }
  parts.push(citation.excerpt.slice(at));
  return parts;
}

function sourceOf(citation) {
  return [citation.title && `《${citation.title}》`, citation.department, citation.speaker, citation.year && `${citation.year}年`].filter(Boolean).join(" · ");
}

function citedView(citation, several, server) {
  const href = server.link(citation.url);
  const source = sourceOf(citation) || "原文";
  return el("figure", { className: "cited" },
    el("blockquote", {}, several ? el("span", { className: "number" }, String(citation.id)) : null, ...excerpt(citation)),
    citation.damaged ? el("p", { className: "damage" }, el("span", { className: "tag" }, "原文有损"), "报纸上这句话不完整，请以原件为准。") : null,
    el("figcaption", {}, href
      ? el("a", { href, target: "_blank", rel: "noopener" }, source, el("span", { className: "quiet" }, "（查看原文，在新窗口打开）"))
      : source));
}

/** The whole reply. */
function answerView(answer, server) {
  const several = answer.citations.length > 1;
  const nodes = [];
  if (answer.status === "answered" && answer.answer) {
    nodes.push(el("p", { className: answer.answer.length > longAnswer ? "short long" : "short" }, answer.answer));
  } else if (answer.status !== "answered") {
    nodes.push(el("p", { className: "none" }, answer.status === "clarify" ? "请再说明一下" : "没有找到答案"));
  }
  // With one citation the sentence itself follows; saying it twice helps nobody.
  if (!answer.review && (answer.wordedBy || !(answer.status === "answered" && answer.answer && answer.citations.length === 1))) {
    const text = answer.status === "notFound" ? answer.text.replace(/^没有找到。/, "") : answer.text;
    for (const line of text.split("\n").filter(Boolean)) nodes.push(el("p", { className: "text" }, line));
  }
  for (const citation of answer.citations) nodes.push(citedView(citation, several, server));
  if (answer.wordedBy) nodes.push(el("p", { className: "note worded" }, el("span", { className: "tag" }, "润色"), answer.wordedBy));
  if (answer.review) nodes.push(el("p", { className: "note reviewed" }, el("span", { className: "tag" }, "人工审核"), answer.note.replace("人工审核：", "")));
  else if (answer.note) nodes.push(el("p", { className: "note" }, el("span", { className: "tag" }, "说明"), answer.note));
  return nodes;
}

/** What a screen reader hears when the answer is there. */
function spoken(answer) {
  const first = answer.citations[0];
  if (answer.status !== "answered") return answer.text;
  return [answer.answer, first ? "原文：" + first.excerpt : answer.text, first && "出自" + sourceOf(first)].filter(Boolean).join("。").replaceAll("。。", "。");
}

/** For a letter or a report: answer, sentence, where it stands. */
function quotation(answer, server) {
  const lines = [answer.question, answer.answer ?? answer.text];
  for (const citation of answer.citations) lines.push(`“${citation.excerpt}”`, `——${sourceOf(citation)}`, server.link(citation.url) ?? "");
  if (answer.note) lines.push(`说明：${answer.note}`);
  return lines.filter(Boolean).join("\n");
}
