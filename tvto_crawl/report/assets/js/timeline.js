// Articles over time, stacked by agency: days, weeks or Jalali months, whichever can be seen.
// Time runs with the language: from the right in Persian. Dragging chooses a span of days.
import {
  dateSpan,
  jalaliOf,
  monthName,
  monthsBetween,
  shortDate,
  parseDay,
  weekday,
} from "./calendar.js";
import { COLOURS, agencyColour, agencyName } from "./ranking.js";
import { byId, el } from "../../../webpage/assets/js/dom.js";
import { chartLabel, digits, isRtl, number, t } from "../../../webpage/assets/js/language.js";
import { chooseDays, rowsFor } from "./selection.js";
import { hideTooltip, showTooltip } from "../../../webpage/assets/js/tooltip.js";

const HEIGHT = 230;
const NARROWEST_BAR = 3; // px; bars thinner than this blur into each other

/**
 * The days that are drawn: all but those farther from the middle 98 % than that is long; a page
 * with a wrong year would squeeze the rest.
 */
export function drawnDays(corpus) {
  const dated = corpus.day.findIndex((day) => day === corpus.undated);
  const n = dated < 0 ? corpus.count : dated;
  if (!n) return null;
  const [first, last] = [corpus.day[n - 1], corpus.day[0]];
  const edge = n < 10 ? 0 : Math.ceil(n * 0.01);
  const [low, high] = [corpus.day[n - 1 - edge], corpus.day[edge]];
  const reach = high - low + 30;
  if (first >= low - reach && last <= high + reach) return { first, last, trimmed: false };
  const near = corpus.day.subarray(0, n).filter((day) => day >= low - reach && day <= high + reach);
  return { first: near.at(-1), last: near[0], trimmed: true };
}

function buckets(span, width) {
  const days = span.last - span.first + 1;
  const edges = [];
  let unit = "day";
  if (width / days >= NARROWEST_BAR)
    for (let day = span.first; day <= span.last; day++) edges.push(day);
  else if ((width / days) * 7 >= NARROWEST_BAR) {
    unit = "week";
    for (let day = span.first - weekday(span.first); day <= span.last; day += 7) edges.push(day);
  } else {
    unit = "month";
    for (const month of monthsBetween(span.first, span.last)) edges.push(month.start);
  }
  const end =
    unit === "month"
      ? monthsBetween(span.last, span.last)[0].end
      : edges.at(-1) + (unit === "week" ? 7 : 1);
  return { edges: [...edges, end], unit };
}

function bucketAt(edges, day) {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle] <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

function stacked(corpus, rows, edges) {
  const agencies = corpus.agencies.length;
  const bins = edges.length - 1;
  const counts = new Uint32Array(agencies * bins);
  for (const row of rows) {
    const day = corpus.day[row];
    if (day >= edges[0] && day < edges[bins])
      counts[bucketAt(edges, day) * agencies + corpus.agency[row]]++;
  }
  const bars = [];
  const totals = new Uint32Array(bins);
  for (let bin = 0; bin < bins; bin++) {
    for (let agency = 0; agency < agencies; agency++) {
      const n = counts[bin * agencies + agency];
      if (!n) continue;
      bars.push({
        x1: edges[bin],
        x2: edges[bin + 1],
        y1: totals[bin],
        y2: totals[bin] + n,
        fill: agencyColour(agency),
      });
      totals[bin] += n;
    }
  }
  return { bars, totals, counts, agencies };
}

function ticksOf(span, width) {
  const months = monthsBetween(span.first, span.last).filter((month) => month.start >= span.first);
  if (months.length < 2)
    return {
      ticks: dayTicks(span),
      label: (day) => digits(jalaliOf(day).day) + " " + monthName(jalaliOf(day).month),
    };
  const room = Math.max(2, Math.floor(width / 58));
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((n) => months.length / n <= room) ?? 120;
  const chosen = months.filter((month) =>
    step < 12
      ? (month.month - 1) % step === 0
      : month.month === 1 && month.year % (step / 12) === 0,
  );
  return {
    ticks: chosen.map((month) => month.start),
    label: (day) => monthLabel(day, step, chosen[0]?.start),
  };
}

function dayTicks(span) {
  const step = Math.max(1, Math.ceil((span.last - span.first + 1) / 8));
  return Array.from(
    { length: Math.ceil((span.last - span.first + 1) / step) },
    (_, i) => span.first + i * step,
  );
}

function monthLabel(day, step, firstTick) {
  const date = jalaliOf(day);
  if (step >= 12) return digits(date.year);
  return date.month === 1 || day === firstTick
    ? `${monthName(date.month)}\n${digits(date.year)}`
    : monthName(date.month);
}

export function drawTimeline(selection) {
  const { corpus } = selection;
  const frame = byId("timeline");
  const span = drawnDays(corpus);
  if (!span) return frame.replaceChildren(el("p", { class: "empty", text: t("no_dates") }));
  const width = Math.max(280, frame.clientWidth);
  const rtl = isRtl();
  const margin = { axis: 44, far: 12 };
  const { edges, unit } = buckets(span, width - margin.axis - margin.far);
  const rows = rowsFor(selection, "days");
  const stack = stacked(corpus, rows, edges);
  const { ticks, label } = ticksOf(span, width - margin.axis - margin.far);
  const highest = Math.max(4, ...stack.totals);
  const side = rtl ? "right" : "left";
  const inset = width / edges.length > 6 ? 0.5 : 0;
  const chart = Plot.plot({
    width,
    height: HEIGHT,
    marginLeft: rtl ? margin.far : margin.axis,
    marginRight: rtl ? margin.axis : margin.far,
    marginTop: 14,
    marginBottom: 42,
    style: { direction: "ltr", fontFamily: "inherit", fontSize: "12px", background: "none" },
    x: { type: "linear", domain: [edges[0], edges.at(-1)], reverse: rtl },
    y: { domain: [0, highest], nice: 4 },
    color: { type: "identity" },
    marks: [
      Plot.gridY({ ticks: 4, stroke: "var(--line)", strokeOpacity: 1 }),
      Plot.rectY(stack.bars, {
        x1: "x1",
        x2: "x2",
        y1: "y1",
        y2: "y2",
        fill: "fill",
        insetLeft: inset,
        insetRight: inset,
      }),
      selection.days
        ? Plot.rectY(outside(selection.days, edges), {
            x1: "x1",
            x2: "x2",
            y1: 0,
            y2: highest,
            fill: "var(--veil)",
          })
        : null,
      Plot.ruleY([0], { stroke: "var(--axis)" }),
      Plot.axisX(ticks, {
        tickFormat: (day) => label(day).split("\n").map(chartLabel).join("\n"),
        tickSize: 4,
        lineHeight: 1.5,
        label: null,
      }),
      Plot.axisY({
        anchor: side,
        ticks: 4,
        tickFormat: (n) => (Number.isInteger(n) ? number(n) : ""),
        tickSize: 0,
        label: null,
      }),
    ],
  });
  chart.setAttribute("role", "img");
  chart.setAttribute(
    "aria-label",
    t("timeline_label", { n: rows.length, from: shortDate(span.first), to: shortDate(span.last) }),
  );
  frame.replaceChildren(chart);
  attachPointer(selection, chart, edges, stack);
  byId("timeline-legend").replaceChildren(...legend(corpus, stack));
  byId("timeline-unit").textContent = t(`per_${unit}`);
  const hidden = span.trimmed
    ? rows.filter(
        (row) =>
          corpus.day[row] !== corpus.undated &&
          (corpus.day[row] < edges[0] || corpus.day[row] >= edges.at(-1)),
      ).length
    : 0;
  byId("timeline-note").textContent = hidden ? t("far_off", { n: hidden }) : "";
}

/** Name the agencies that are drawn, in the order of their layers; those in grey are one. */
function legend(corpus, stack) {
  const drawn = [...new Set(stack.bars.map((bar) => bar.fill))];
  return corpus.agencies
    .map((_, agency) => agency)
    .filter((agency) => drawn.includes(agencyColour(agency)) && agency <= COLOURS)
    .map((agency) =>
      el(
        "span",
        {},
        el("i", { class: "swatch", style: { "--colour": agencyColour(agency) } }),
        agency < COLOURS ? agencyName(corpus, agency) : t("the_rest"),
      ),
    );
}

function outside([first, last], edges) {
  const end = edges.at(-1);
  const veils = [
    { x1: edges[0], x2: Math.min(first, end) },
    { x1: Math.max(last + 1, edges[0]), x2: end },
  ];
  return veils.filter((veil) => veil.x2 > veil.x1);
}

function attachPointer(selection, chart, edges, stack) {
  const scale = chart.scale("x");
  let from = null;
  const dayAt = (event) => {
    const box = chart.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * chart.viewBox.baseVal.width;
    return Math.min(Math.max(Math.floor(scale.invert(x)), edges[0]), edges.at(-1) - 1);
  };
  chart.addEventListener("pointermove", (event) => {
    const bin = bucketAt(edges, dayAt(event));
    const lines = [
      dateSpan(edges[bin], edges[bin + 1] - 1),
      t("n_articles", { n: stack.totals[bin] }),
    ];
    for (let agency = 0; agency < stack.agencies && stack.totals[bin]; agency++) {
      const n = stack.counts[bin * stack.agencies + agency];
      if (n) lines.push(`${agencyName(selection.corpus, agency)}: ${number(n)}`);
    }
    showTooltip(event.clientX, event.clientY, lines.slice(0, 10));
  });
  chart.addEventListener("pointerleave", hideTooltip);
  chart.addEventListener("pointerdown", (event) => {
    from = dayAt(event);
  });
  chart.addEventListener("pointercancel", () => {
    from = null;
  });
  chart.addEventListener("pointerup", (event) => {
    if (from === null) return;
    const bins = [bucketAt(edges, from), bucketAt(edges, dayAt(event))].sort((a, b) => a - b);
    from = null;
    const span = [edges[bins[0]], edges[bins[1] + 1] - 1];
    const same = selection.days && selection.days[0] === span[0] && selection.days[1] === span[1];
    chooseDays(selection, same ? null : span);
  });
}

/** The two date fields: for whoever knows the date, or has no pointer. */
export function attachDateFields(selection) {
  const fields = [byId("day-from"), byId("day-to")];
  const apply = () => {
    const first = parseDay(fields[0].value, false);
    const last = parseDay(fields[1].value, true);
    fields[0].setAttribute("aria-invalid", Boolean(fields[0].value.trim()) && first === null);
    fields[1].setAttribute("aria-invalid", Boolean(fields[1].value.trim()) && last === null);
    const span = first === null && last === null ? null : [first ?? -900000, last ?? 900000];
    chooseDays(selection, span);
  };
  for (const field of fields) field.addEventListener("change", apply);
}

export function showDateFields(selection) {
  const days = selection.days ?? [];
  byId("day-from").value = days[0] > -900000 ? shortDate(days[0]) : "";
  byId("day-to").value = days[1] < 900000 ? shortDate(days[1]) : "";
}
