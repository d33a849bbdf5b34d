// A Jalali year as it hangs on the wall: twelve months, weeks from Saturday, a shade for each day.
import { jalaliOf, longDate, gregorian, monthName, monthsBetween, weekday } from "./calendar.js";
import { byId, el } from "../../../webpage/assets/js/dom.js";
import { digits, isRtl, number, t } from "../../../webpage/assets/js/language.js";
import { chooseDays, rowsFor } from "./selection.js";
import { drawnDays } from "./timeline.js";
import { hideTooltip, showTooltip } from "../../../webpage/assets/js/tooltip.js";

const LEVELS = 4;
const wall = { year: null, focus: null };

export function drawWallCalendar(selection) {
  const { corpus } = selection;
  const frame = byId("calendar");
  const span = drawnDays(corpus);
  if (!span) return frame.replaceChildren(el("p", { class: "empty", text: t("no_dates") }));
  const last = jalaliOf(span.last).year;
  const first = jalaliOf(span.first).year;
  wall.year ??= last;
  const counts = new Map();
  for (const row of rowsFor(selection, "days"))
    counts.set(corpus.day[row], (counts.get(corpus.day[row]) ?? 0) + 1);
  const months = monthsBetween(span.first - 370, span.last + 370).filter(
    (month) => month.year === wall.year,
  );
  const levelOf = levels(months, counts);
  byId("calendar-year").replaceChildren(...yearPager(selection, first, last));
  frame.replaceChildren(...months.map((month) => monthBlock(selection, month, counts, levelOf)));
  const days = [...frame.querySelectorAll("button.day")];
  const start = days.find((button) => button.dataset.day === wall.focus) ?? days.at(-1);
  if (start) start.tabIndex = 0;
  byId("calendar-legend").replaceChildren(
    el("span", { text: t("fewer") }),
    ...Array.from({ length: LEVELS + 1 }, (_, level) => el("i", { class: `shade shade-${level}` })),
    el("span", { text: t("more_of_it") }),
  );
}

/** Return which shade a count takes: few as they are, else by the quarters of the
 * year's days that have any. */
function levels(months, counts) {
  const values = [];
  for (const month of months)
    for (let day = month.start; day < month.end; day++)
      if (counts.get(day)) values.push(counts.get(day));
  values.sort((a, b) => a - b);
  if (values.at(-1) <= LEVELS) return (n) => n;
  const steps = [0.25, 0.5, 0.8].map((q) => values[Math.floor(q * values.length)] ?? 1);
  return (n) => (n ? 1 + steps.filter((step) => n > step).length : 0);
}

function yearPager(selection, first, last) {
  const go = (step) => () => {
    wall.year = Math.min(last, Math.max(first, wall.year + step));
    drawWallCalendar(selection);
  };
  const [back, forward] = isRtl() ? ["→", "←"] : ["←", "→"];
  return [
    el("button", {
      type: "button",
      class: "quiet",
      "aria-label": t("year_before"),
      disabled: wall.year <= first,
      onclick: go(-1),
      text: back,
    }),
    el("strong", { text: digits(wall.year) }),
    el("button", {
      type: "button",
      class: "quiet",
      "aria-label": t("year_after"),
      disabled: wall.year >= last,
      onclick: go(1),
      text: forward,
    }),
  ];
}

function monthBlock(selection, month, counts, levelOf) {
  let total = 0;
  for (let day = month.start; day < month.end; day++) total += counts.get(day) ?? 0;
  const choose = (span) => {
    const same = selection.days?.[0] === span[0] && selection.days?.[1] === span[1];
    chooseDays(selection, same ? null : span);
  };
  const grid = el("div", { class: "days" });
  for (let i = 0; i < 7; i++)
    grid.append(el("span", { class: "weekday", "aria-hidden": "true", text: t(`weekday_${i}`) }));
  for (let day = month.start; day < month.end; day++)
    grid.append(dayButton(selection, day, month, counts.get(day) ?? 0, levelOf, choose));
  return el(
    "div",
    { class: "month" },
    el(
      "button",
      {
        type: "button",
        class: "month-name",
        disabled: !total,
        onclick: () => choose([month.start, month.end - 1]),
      },
      el("span", { text: monthName(month.month) }),
      el("small", { text: total ? number(total) : "" }),
    ),
    grid,
  );
}

function dayButton(selection, day, month, n, levelOf, choose) {
  const chosen = selection.days && day >= selection.days[0] && day <= selection.days[1];
  const single = selection.days && selection.days[0] === selection.days[1];
  const label = `${longDate(day)}: ${t("n_articles", { n })}`;
  const button = el("button", {
    type: "button",
    tabindex: -1,
    "data-day": day,
    "aria-label": label,
    "aria-pressed": chosen ? "true" : false,
    class: `day shade shade-${levelOf(n)}${!selection.days ? "" : !chosen ? " outside" : single ? " only" : ""}`,
    style: day === month.start ? { "grid-column-start": weekday(day) + 1 } : {},
    onclick: () => {
      wall.focus = String(day);
      choose([day, day]);
    },
    onpointerenter: (event) =>
      showTooltip(event.clientX, event.clientY, [
        longDate(day),
        t("n_articles", { n }),
        gregorian(day),
      ]),
    onpointerleave: hideTooltip,
    onkeydown: (event) => moveFocus(event, day),
  });
  return button;
}

function moveFocus(event, day) {
  const forward = isRtl() ? -1 : 1;
  const step = { ArrowRight: forward, ArrowLeft: -forward, ArrowUp: -7, ArrowDown: 7 }[event.key];
  if (!step) return;
  const target = byId("calendar").querySelector(`button[data-day="${day + step}"]`);
  if (!target) return;
  event.preventDefault();
  event.currentTarget.tabIndex = -1;
  target.tabIndex = 0;
  wall.focus = target.dataset.day;
  target.focus();
}
