// Distributions: how long articles are, how long copies took.
import { byId, el } from "../../../webpage/assets/js/dom.js";
import { chartLabel, isRtl, number, t } from "../../../webpage/assets/js/language.js";
import { hideTooltip, showTooltip } from "../../../webpage/assets/js/tooltip.js";

/** Draw bars of `bins` [{label, n, range}] into the element `id`, with an optional rule at `mark`. */
export function drawHistogram(id, bins, { mark, ariaLabel, tickAt }) {
  const frame = byId(id);
  const rtl = isRtl();
  const width = Math.max(260, frame.clientWidth);
  const highest = Math.max(4, ...bins.map((bin) => bin.n));
  const bars = bins.map((bin, i) => ({ x1: i, x2: i + 1, y: bin.n }));
  const ticks = bins.map((_, i) => i).filter((i) => tickAt(i));
  const chart = Plot.plot({
    width,
    height: 190,
    marginLeft: rtl ? 10 : 40,
    marginRight: rtl ? 40 : 10,
    marginTop: 20,
    marginBottom: 28,
    style: { direction: "ltr", fontFamily: "inherit", fontSize: "12px", background: "none" },
    x: { type: "linear", domain: [0, bins.length], reverse: rtl },
    y: { domain: [0, highest], nice: 4 },
    marks: [
      Plot.gridY({ ticks: 4, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.rectY(bars, {
        x1: "x1",
        x2: "x2",
        y: "y",
        fill: "var(--bar)",
        insetLeft: 1,
        insetRight: 1,
      }),
      mark ? Plot.ruleX([mark.at], { stroke: "var(--ink)", strokeDasharray: "3 3" }) : null,
      mark
        ? Plot.text([mark], {
            x: "at",
            text: (m) => chartLabel(m.label),
            frameAnchor: "top",
            dy: -14,
            fill: "var(--ink)",
            stroke: "var(--card)",
          })
        : null,
      Plot.ruleY([0], { stroke: "var(--axis)" }),
      Plot.axisX(ticks, { tickFormat: (i) => chartLabel(bins[i].label), tickSize: 0, label: null }),
      Plot.axisY({
        anchor: rtl ? "right" : "left",
        ticks: 4,
        tickFormat: (n) => (Number.isInteger(n) ? number(n) : ""),
        tickSize: 0,
        label: null,
      }),
    ],
  });
  chart.setAttribute("role", "img");
  chart.setAttribute("aria-label", ariaLabel);
  const scale = chart.scale("x");
  chart.addEventListener("pointermove", (event) => {
    const box = chart.getBoundingClientRect();
    const i = Math.floor(scale.invert(((event.clientX - box.left) / box.width) * width));
    if (bins[i])
      showTooltip(event.clientX, event.clientY, [bins[i].range, t("n_articles", { n: bins[i].n })]);
    else hideTooltip();
  });
  chart.addEventListener("pointerleave", hideTooltip);
  frame.replaceChildren(chart);
}
