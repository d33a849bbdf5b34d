// Which lines are shown: all, kept or dropped, of one field, for one reason, with some words.
import { byId, el } from "../../../webpage/assets/js/dom.js";
import { number, t } from "../../../webpage/assets/js/language.js";
import { termsOf } from "../../../webpage/assets/js/terms.js";
import { FIELDS, fieldName, reasonName } from "./names.js";
import { filterTree } from "./tree.js";

const filter = { kind: "all", value: null, unfolded: false, lines: [] };

/** Make the filters of `lines`, and say so when the lines shown have changed. */
export function makeFilters(lines) {
  filter.lines = lines;
  byId("query").addEventListener("input", apply);
  byId("query").addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !byId("query").value) return;
    byId("query").value = "";
    apply();
  });
  byId("unfold").addEventListener("click", () => {
    filter.unfolded = !filter.unfolded;
    apply();
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || document.activeElement?.tagName === "INPUT") return;
    event.preventDefault();
    byId("query").focus();
  });
}

export function drawFilters() {
  const { lines } = filter;
  const kept = lines.filter((line) => line.field).length;
  const reasons = new Map();
  for (const { field, code } of lines) if (!field) reasons.set(code, (reasons.get(code) ?? 0) + 1);
  const fields = FIELDS.map((name) => [name, lines.filter((line) => line.field === name).length]);
  byId("filters").replaceChildren(
    chip("all", null, t("all_lines"), lines.length),
    chip("kept", null, t("kept"), kept, "kept"),
    chip("dropped", null, t("dropped"), lines.length - kept, "dropped"),
    kept ? el("span", { class: "parting" }) : "",
    ...fields
      .filter(([, count]) => count)
      .map(([name, count]) => chip("field", name, fieldName(name), count, `kept field-${name}`)),
    el("span", { class: "parting" }),
    ...[...reasons]
      .sort((a, b) => b[1] - a[1])
      .map(([code, count]) => chip("code", code, reasonName(code), count, "dropped")),
  );
  apply();
}

/** Show every line again. */
export function showAllLines() {
  filter.kind = "all";
  filter.value = null;
  byId("query").value = "";
  drawFilters();
}

function chip(kind, value, name, count, look = "") {
  const chosen = filter.kind === kind && filter.value === value;
  return el(
    "button",
    {
      type: "button",
      class: `filter ${look}`,
      "aria-pressed": String(chosen),
      "data-kind": kind,
      "data-value": value,
      onclick: () => choose(kind, value),
    },
    look ? el("i", { class: "swatch" }) : "",
    el("span", { text: name }),
    el("small", { text: number(count) }),
  );
}

function choose(kind, value) {
  const again = filter.kind === kind && filter.value === value;
  filter.kind = again ? "all" : kind;
  filter.value = again ? null : value;
  const at = document.activeElement?.dataset;
  const selector = at && `.filter[data-kind="${at.kind}"]${at.value ? `[data-value="${at.value}"]` : ""}`;
  drawFilters();
  if (selector) byId("filters").querySelector(selector)?.focus({ preventScroll: true });
}

function fits(line) {
  if (filter.kind === "kept") return Boolean(line.field);
  if (filter.kind === "dropped") return !line.field;
  return filter.kind === "all" || line[filter.kind] === filter.value;
}

function apply() {
  const terms = termsOf(byId("query").value);
  const narrowed = filter.kind !== "all" || terms.length > 0;
  const n = filterTree(
    (line) => fits(line) && terms.every((term) => term.test(line.text)),
    narrowed || filter.unfolded,
  );
  const all = filter.lines.length;
  byId("count").textContent = narrowed ? t("n_of_lines", { n, all }) : t("n_lines", { n });
  byId("no-lines").hidden = n > 0;
  byId("unfold").textContent = t(filter.unfolded ? "fold" : "unfold");
  byId("unfold").hidden = narrowed || !document.querySelector("#lines details");
}
