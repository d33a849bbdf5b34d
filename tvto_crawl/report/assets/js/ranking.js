// Ranked bars: a name, a bar, a figure. Each is a button that narrows the page to it.
import { byId, el } from "../../../webpage/assets/js/dom.js";
import { currentLanguage, hasWords, number, provinceName, t } from "../../../webpage/assets/js/language.js";
import { countsOf, isChosen, rowsFor, toggle } from "./selection.js";

export const COLOURS = 8;
const expanded = new Set();

/** Colour of an agency, by its rank; those past the palette share a grey. */
export function agencyColour(agency) {
  return agency < COLOURS ? `var(--agency-${agency})` : "var(--agency-rest)";
}

/** Name of an agency without "خبرگزاری", which all of them are; in English its key. */
export function agencyName(corpus, agency) {
  const [key, name] = corpus.agencies[agency];
  if (hasWords(`agency_${key}`)) return t(`agency_${key}`);
  return currentLanguage() === "fa" && name ? name.replace(/^خبرگزاری\s+/, "") : key;
}

export function valueName(corpus, dimension, value) {
  if (dimension === "agency") return agencyName(corpus, value);
  if (dimension === "province") return provinceName(corpus.provinces[value]);
  if (dimension === "extractor") return corpus.extractors[value] || t("none");
  if (dimension === "missing") return t("lacks", { field: t(`field_${corpus.fields[value]}`) });
  if (dimension === "repair") return hasWords(`repair_${value}`) ? t(`repair_${value}`) : value;
  if (dimension === "copies") return copiesName(corpus, value);
  if (dimension === "warning") return warningName(corpus.warnings[value]);
  return corpus[`${dimension}s`][value];
}

export function warningName(code) {
  return hasWords(`warning_${code}`) ? t(`warning_${code}`) : code;
}

function copiesName(corpus, value) {
  if (value === "any") return t("copies_only");
  const [from, to] = value.split("-").map(Number);
  return t("copied_by", { from: agencyName(corpus, from), to: agencyName(corpus, to) });
}

/** Draw a dimension into the element `id`: its `limit` commonest values, the rest behind a button. */
export function drawRanking(selection, dimension, id, limit) {
  const { corpus } = selection;
  const rows = rowsFor(selection, dimension);
  const counts = countsOf(corpus, dimension, rows);
  const order = [...counts.keys()].filter(
    (value) => counts[value] || isChosen(selection, dimension, value),
  );
  order.sort((a, b) => counts[b] - counts[a] || a - b);
  const most = expanded.has(id) ? Math.max(limit, 200) : limit;
  const highest = counts[order[0]] || 1;
  const frame = byId(id);
  if (!order.length)
    return frame.replaceChildren(el("p", { class: "empty", text: t("nothing_here") }));
  const focused = frame.contains(document.activeElement)
    ? document.activeElement.dataset.value
    : null;
  const list = el(
    "ol",
    { class: "ranking" },
    order
      .slice(0, most)
      .map((value) => bar(selection, dimension, value, counts[value], highest, rows.length)),
  );
  frame.replaceChildren(
    list,
    order.length > limit ? moreButton(selection, dimension, id, limit, order.length) : "",
  );
  if (focused) frame.querySelector(`[data-value="${CSS.escape(focused)}"]`)?.focus();
}

function bar(selection, dimension, value, n, highest, all) {
  const colour = dimension === "agency" ? agencyColour(value) : "var(--bar)";
  return el(
    "li",
    {},
    el(
      "button",
      {
        type: "button",
        class: "bar",
        "data-value": value,
        "aria-pressed": String(isChosen(selection, dimension, value)),
        style: { "--share": `${(n / highest) * 100}%`, "--colour": colour },
        onclick: () => toggle(selection, dimension, value),
      },
      el("span", {
        class: "bar-name",
        dir: "auto",
        text: valueName(selection.corpus, dimension, value) || t("none"),
      }),
      el("span", { class: "bar-figure", text: number(n) }),
      el("span", { class: "bar-track", "aria-hidden": "true" }),
    ),
  );
}

function moreButton(selection, dimension, id, limit, all) {
  const open = expanded.has(id);
  const label = open ? t("show_fewer") : t("show_more", { n: Math.min(all, 200) - limit });
  return el("button", {
    type: "button",
    class: "quiet more",
    "aria-expanded": String(open),
    text: label,
    onclick: () => {
      open ? expanded.delete(id) : expanded.add(id);
      drawRanking(selection, dimension, id, limit);
    },
  });
}
