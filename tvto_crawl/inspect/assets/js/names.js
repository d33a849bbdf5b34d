// What fields, reasons and rules are called.
import { el, visible } from "../../../webpage/assets/js/dom.js";
import { hasWords, t } from "../../../webpage/assets/js/language.js";

/** The fields that a line can go to, in the order in which they are shown. */
export const FIELDS = [
  ..."kicker title lead body authors published_at news_code section tags".split(" "),
];

export function fieldName(field) {
  return hasWords(`field_${field}`) ? t(`field_${field}`) : field;
}

// Reasons that speak of selectors, tags or class names, not of words.
const OF_MARKUP = new Set(["outside", "dropped-element", "never-text", "named-apart"]);

/** The reason of a line in the current language, as an element: what it speaks of stands apart. */
export function reasonOf({ code, detail }) {
  let told = detail;
  if (code === "boilerplate") told = kindOfBoilerplate(detail);
  if (code === "kept" || code === "repeated") told = fieldName(detail);
  const [before, after] = t(`why_${code}`, { detail: "\n" }).split("\n");
  if (after === undefined) return el("span", {}, before);
  const inner = OF_MARKUP.has(code) ? ofMarkup(told) : el("bdi", { text: told });
  return el("span", {}, before, inner, after);
}

/** The first of a rule's selectors, in order of trust, and how many more there are: all in `title`. */
function ofMarkup(told) {
  const [first, ...others] = told.split(" | ");
  const code = el("code", { dir: "ltr", text: first });
  if (!others.length) return code;
  const more = t("more_selectors", { n: others.length });
  return el("span", { class: "selectors", title: visible(told) }, code, ` ${more}`);
}

/** What a filter calls all lines of one reason: its sentence without the particulars. */
export function reasonName(code) {
  return hasWords(`short_${code}`) ? t(`short_${code}`) : t(`why_${code}`);
}

function kindOfBoilerplate(kind) {
  const key = `boilerplate: ${kind}`;
  return hasWords(key) ? t(key) : kind;
}
