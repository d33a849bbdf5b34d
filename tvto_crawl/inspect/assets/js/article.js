// The article as it came out: its text with what was mended, and the other fields of the record.
import { byId, el } from "../../../webpage/assets/js/dom.js";
import { digits, hasWords, number, t } from "../../../webpage/assets/js/language.js";
import { hideTooltip, showTooltip } from "../../../webpage/assets/js/tooltip.js";
import { fieldName } from "./names.js";

const REST = (
  "published_at published_jalali published_raw modified_at news_code authors place province " +
  "section tags images language source fetched_at id url extractor fingerprint"
).split(" ");
const LISTS = new Set(["authors", "section", "tags"]);

/** Draw the article of `inspection`; `choose(field, item)` is called for a part that is chosen. */
export function drawArticle({ record, refusal, changes, lines }, choose) {
  const from = new Set(lines.filter((line) => line.field).map(placeOf));
  const part = (props, field, item, ...children) =>
    place(el(props.tag, { ...props, tag: null }, ...children), field, item, from, choose);
  if (!record) {
    byId("article").replaceChildren(
      el("p", { class: "empty" }, t("no_article")),
      refusal ? el("p", { class: "note", dir: "ltr", text: refusal.message }) : "",
    );
    return;
  }
  const text = (tag, name) =>
    record[name] &&
    part({ tag, class: name, dir: "auto" }, name, null, pieces(changes[name]?.[0], record[name]));
  byId("article").replaceChildren(
    el(
      "div",
      { class: "article-text", lang: "fa" },
      text("p", "kicker"),
      text("h3", "title"),
      text("p", "lead"),
      record.body.map((paragraph, n) =>
        part({ tag: "p", dir: "auto" }, "body", n, pieces(changes.body?.[n], paragraph)),
      ),
    ),
    repairs(record.repairs),
    el("dl", { class: "fields" }, REST.flatMap((name) => field(name, record[name], part, from))),
  );
}

/** Say where in the record a line went: "title", "body 3". */
export function placeOf({ field, item }) {
  return item === null ? field : `${field} ${item}`;
}

/** Show which part of the article a line became; none without `where`. */
export function markPart(where) {
  for (const node of document.querySelectorAll(".part.linked")) node.classList.remove("linked");
  const node = where && document.querySelector(`.part[data-place="${where}"]`);
  if (!node) return;
  node.classList.add("linked");
  const pane = byId("article-pane");
  if (pane.scrollHeight > pane.clientHeight) {
    const [inner, outer] = [node.getBoundingClientRect(), pane.getBoundingClientRect()];
    if (inner.top < outer.top + 40 || inner.bottom > outer.bottom)
      pane.scrollTop += inner.top - outer.top - pane.clientHeight / 3;
  }
}

function place(node, field, item, from, choose) {
  const where = placeOf({ field, item });
  node.classList.add("part", `field-${field}`);
  node.dataset.place = where;
  if (!from.has(where)) return node;
  node.tabIndex = 0;
  node.addEventListener("click", () => choose(where));
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter") choose(where);
  });
  return node;
}

/** A text in pieces; mended pieces show on hover and focus what the page had. */
function pieces(told, whole) {
  if (!told) return [whole];
  return told.map(([text, was]) => {
    if (was === null) return text;
    const mark = el("ins", { class: text ? null : "gone" }, text || "∅");
    const show = () => {
      const box = mark.getBoundingClientRect();
      showTooltip(box.left + box.width / 2, box.top, [t("was"), was || "∅"]);
    };
    mark.addEventListener("pointerenter", show);
    mark.addEventListener("pointerleave", hideTooltip);
    return mark;
  });
}

function repairs(counts) {
  const told = Object.entries(counts).filter(([, count]) => count > 0);
  if (!told.length) return "";
  return el(
    "p",
    { class: "repairs" },
    el("span", { text: t("mended") }),
    told.map(([kind, count]) =>
      el(
        "span",
        { class: "mark" },
        `${hasWords(`repair_${kind}`) ? t(`repair_${kind}`) : kind}: ${number(count)}`,
      ),
    ),
  );
}

function field(name, value, part, from) {
  if (value === null || value === undefined || (Array.isArray(value) && !value.length)) return [];
  let shown;
  if (LISTS.has(name))
    shown = value.map((text, n) =>
      part({ tag: "span", class: "item", dir: "auto" }, name, n, text),
    );
  else if (name === "images")
    shown = value.map(({ url, caption }) =>
      el("div", {}, caption ? el("span", { dir: "auto", text: caption }) : "", address(url)),
    );
  else if (name === "url") shown = [address(value)];
  else if (/^(published|modified|fetched)_(at|jalali)$/.test(name))
    shown = [el("bdi", { dir: "ltr", text: name.endsWith("jalali") ? digits(value) : value })];
  else if (/^(id|fingerprint|extractor|source|language)$/.test(name))
    shown = [el("code", { dir: "ltr", text: value })];
  else shown = [el("bdi", { text: value })];
  const row = from.has(name) ? part({ tag: "dd" }, name, null, shown) : el("dd", {}, shown);
  if (name === "published_at" || name === "news_code") {
    const whole = part({ tag: "dd" }, name, null, shown);
    return [el("dt", { text: fieldName(name) }), whole, from.has(name) ? "" : elsewhere(whole)];
  }
  return [el("dt", { text: fieldName(name) }), row];
}

/** Say of a field that no line of the page gave it. */
function elsewhere(row) {
  row.append(" ", el("small", { text: t("from_elsewhere") }));
  return "";
}

/** An address: shown, never a link, so that nothing leads out of an inspected page. */
function address(text) {
  let shown = text;
  try {
    shown = decodeURI(text);
  } catch {
    /* not percent-encoded UTF-8: shown as it is */
  }
  return el("code", { class: "address", dir: "ltr", text: shown });
}
