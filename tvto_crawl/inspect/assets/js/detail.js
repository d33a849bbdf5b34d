// One line in full, docked at the foot of the window: what can be read on any device, and copied.
import { byId, el } from "../../../webpage/assets/js/dom.js";
import { t } from "../../../webpage/assets/js/language.js";
import { fieldName, reasonOf } from "./names.js";

/** Show a line; `close` is called by its button. */
export function showDetail(line, elements, close) {
  const frame = byId("detail");
  frame.hidden = false;
  frame.replaceChildren(
    el(
      "div",
      { class: "detail-head" },
      el(
        "strong",
        { class: `verdict-mark ${line.field ? `kept field-${line.field}` : "dropped"}` },
        line.field ? `${t("kept")}: ${fieldName(line.field)}` : t("dropped"),
      ),
      el("span", { class: "detail-reason", role: "status" }, reasonOf(line)),
      el("button", {
        type: "button",
        class: "quiet",
        id: "detail-close",
        "aria-label": t("close"),
        text: "✕",
        onclick: close,
      }),
    ),
    el(
      "dl",
      {},
      el("dt", { text: t("rule") }),
      el("dd", {}, el("code", { dir: "ltr", text: line.rule })),
      el("dt", { text: t("place") }),
      el("dd", {}, el("code", { dir: "ltr", text: line.elements.map((n) => elements[n]).join(" > ") })),
    ),
  );
  document.documentElement.style.setProperty("--dock", `${frame.offsetHeight}px`);
}

export function hideDetail() {
  byId("detail").hidden = true;
  document.documentElement.style.setProperty("--dock", "0px");
}
