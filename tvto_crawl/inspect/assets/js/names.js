// What fields, reasons and rules are called.
import { hasWords, t } from "../../../webpage/assets/js/language.js";

/** The fields that a line can go to, in the order in which they are shown. */
export const FIELDS = [
  ..."kicker title lead body authors published_at news_code section tags".split(" "),
];

export function fieldName(field) {
  return hasWords(`field_${field}`) ? t(`field_${field}`) : field;
}

/** The reason of a line in the current language. */
export function reasonOf({ code, detail }) {
  if (code === "boilerplate") return kindOfBoilerplate(detail);
  const told = code === "kept" || code === "repeated" ? fieldName(detail) : detail;
  return t(`why_${code}`, { detail: told });
}

/** What a filter calls all lines of one reason: its sentence without the particulars. */
export function reasonName(code) {
  return hasWords(`short_${code}`) ? t(`short_${code}`) : t(`why_${code}`);
}

function kindOfBoilerplate(kind) {
  const key = `boilerplate: ${kind}`;
  return t("why_boilerplate", { detail: hasWords(key) ? t(key) : kind });
}
