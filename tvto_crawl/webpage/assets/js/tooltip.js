// One tooltip for all charts: beside the pointer, inside the window, never under the finger.
import { el } from "./dom.js";

let tooltip = null;

/** Show `lines` near a point of the window; the first line stands out. */
export function showTooltip(x, y, lines) {
  tooltip ??= document.body.appendChild(el("div", { class: "tooltip", role: "status" }));
  tooltip.replaceChildren(...lines.map((line) => el("div", {}, line)));
  tooltip.hidden = false;
  const box = tooltip.getBoundingClientRect();
  const left = Math.min(Math.max(8, x - box.width / 2), innerWidth - box.width - 8);
  const top = y - box.height - 14 < 8 ? y + 18 : y - box.height - 14;
  tooltip.style.left = `${left}px`;
  tooltip.style.top = `${top}px`;
}

export function hideTooltip() {
  if (tooltip) tooltip.hidden = true;
}
