// The record as JSON, coloured; every value stays text.
import { byId, el } from "../../../webpage/assets/js/dom.js";

export function drawRecord({ record }) {
  byId("record").replaceChildren(...(record ? jsonValue(record, "") : []));
}

function jsonValue(told, indent) {
  if (Array.isArray(told)) return jsonGroup("[", "]", told.map((item) => [null, item]), indent);
  if (told !== null && typeof told === "object")
    return jsonGroup("{", "}", Object.entries(told), indent);
  const kind = told === null ? "null" : typeof told;
  const text = JSON.stringify(told);
  // Each text is a line of its own direction, inside the quotes that JSON puts around it.
  if (kind === "string")
    return [el("span", { class: "json-string" }, '"', el("bdi", {}, text.slice(1, -1)), '"')];
  return [el("span", { class: `json-${kind}` }, text)];
}

function jsonGroup(open, close, items, indent) {
  if (!items.length) return [open + close];
  const deeper = indent + "  ";
  const lines = items.flatMap(([key, item], n) => [
    `\n${deeper}`,
    ...(key === null ? [] : [el("span", { class: "json-key" }, JSON.stringify(key)), ": "]),
    ...jsonValue(item, deeper),
    n < items.length - 1 ? "," : "",
  ]);
  return [open, ...lines, `\n${indent}`, close];
}
