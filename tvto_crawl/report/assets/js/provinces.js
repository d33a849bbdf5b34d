// The provinces as tiles that stand to each other as on the map. A map is not mirrored: west is
// left in both languages.
import { byId, el } from "../../../webpage/assets/js/dom.js";
import { isRtl, number, provinceName, provinceNames, provinceTile, t } from "../../../webpage/assets/js/language.js";
import { countsOf, isChosen, rowsFor, toggle } from "./selection.js";
import { hideTooltip, showTooltip } from "../../../webpage/assets/js/tooltip.js";

export function drawProvinceMap(selection) {
  const { corpus } = selection;
  const counts = countsOf(corpus, "province", rowsFor(selection, "province"));
  const known = corpus.provinces.map((name, value) => ({
    name,
    value,
    n: counts[value],
    tile: provinceTile(name),
  }));
  const highest = Math.max(1, ...known.filter((p) => p.tile).map((p) => p.n));
  const tiles = known.filter((p) => p.tile).map((province) => tile(selection, province, highest));
  const empty = provinceNames().filter((name) => !corpus.provinces.includes(name));
  byId("province-map").replaceChildren(
    ...tiles,
    ...empty.map((name) => tile(selection, { name, n: 0, tile: provinceTile(name) }, highest)),
  );
}

function tile(selection, { name, value, n, tile: place }, highest) {
  const lines = [provinceName(name), t("n_articles", { n })];
  return el(
    "button",
    {
      type: "button",
      class: "tile",
      disabled: value === undefined,
      "aria-pressed": String(value !== undefined && isChosen(selection, "province", value)),
      "aria-label": lines.join(": "),
      style: {
        "grid-column": place.column,
        "grid-row": place.row,
        "--level": `${n ? Math.round(14 + 86 * Math.sqrt(n / highest)) : 0}%`,
      },
      class: n / highest > 0.72 ? "tile deep" : "tile",
      onclick: () => toggle(selection, "province", value),
      onpointerenter: (event) => showTooltip(event.clientX, event.clientY, lines),
      onpointerleave: hideTooltip,
    },
    el("span", { class: "tile-name", text: isRtl() ? place.short : place.code }),
    el("span", { class: "tile-figure", text: n ? number(n) : "" }),
  );
}
