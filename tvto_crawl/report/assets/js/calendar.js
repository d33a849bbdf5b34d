// Days since 1970-01-01 as Jalali dates. The months' first days come with the data.
import { digits, latinDigits, t } from "../../../webpage/assets/js/language.js";

const calendar = { starts: [], years: [], months: [] };

export function loadMonths(months) {
  calendar.starts = months.map((m) => m[0]);
  calendar.years = months.map((m) => m[1]);
  calendar.months = months.map((m) => m[2]);
}

/** Return the place of the month that holds `day`. */
export function monthIndex(day) {
  let low = 0;
  let high = calendar.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (calendar.starts[middle] <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Return {year, month, day, length} of the Jalali date of `day`. */
export function jalaliOf(day) {
  const index = monthIndex(day);
  return {
    index,
    year: calendar.years[index],
    month: calendar.months[index],
    day: day - calendar.starts[index] + 1,
  };
}

/** Return [{start, end, year, month}] of the months between two days; `end` is the next month's start. */
export function monthsBetween(first, last) {
  const found = [];
  for (let i = monthIndex(first); i < calendar.starts.length && calendar.starts[i] <= last; i++) {
    const end = calendar.starts[i + 1] ?? calendar.starts[i] + 31;
    found.push({
      start: calendar.starts[i],
      end,
      year: calendar.years[i],
      month: calendar.months[i],
    });
  }
  return found;
}

export function monthName(month) {
  return t(`month_${month}`);
}

/** "۱۵ مهر ۱۴۰۴" or "15 Mehr 1404". */
export function longDate(day) {
  const date = jalaliOf(day);
  return `${digits(date.day)} ${monthName(date.month)} ${digits(date.year)}`;
}

/** "۱۴۰۴/۰۷/۱۵". */
export function shortDate(day) {
  const date = jalaliOf(day);
  const two = (n) => String(n).padStart(2, "0");
  return digits(`${date.year}/${two(date.month)}/${two(date.day)}`);
}

/** "2025-10-07": the same day on the Gregorian calendar. */
export function gregorian(day) {
  return new Date(day * 86400000).toISOString().slice(0, 10);
}

export function clock(minute) {
  return digits(
    `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`,
  );
}

/** Day of the Iranian week: 0 Saturday (شنبه) … 6 Friday (جمعه). 1970-01-01 was a Thursday. */
export function weekday(day) {
  return (((day + 5) % 7) + 7) % 7;
}

/** A typed Jalali date as a day: a year, a month or a day; `end` takes the last day of it. */
export function parseDay(text, end) {
  const parts = latinDigits(text.trim())
    .split(/[^\d]+/)
    .filter(Boolean)
    .map(Number);
  if (!parts.length || parts[0] < 1200 || parts[0] > 1500) return null;
  const months = calendar.starts
    .map((start, i) => ({ start, i }))
    .filter(
      ({ i }) => calendar.years[i] === parts[0] && (!parts[1] || calendar.months[i] === parts[1]),
    );
  if (!months.length) {
    const before = parts[0] * 12 + (parts[1] ?? 1) < calendar.years[0] * 12 + calendar.months[0];
    return before ? calendar.starts[0] : calendar.starts.at(-1);
  }
  const chosen = end ? months.at(-1) : months[0];
  const next = calendar.starts[chosen.i + 1] ?? chosen.start + 31;
  if (parts[2]) return Math.min(chosen.start + parts[2] - 1, next - 1);
  return end ? next - 1 : chosen.start;
}

/** "۲۱ تا ۲۷ مهر ۱۴۰۴": a span of days without saying anything twice. */
export function dateSpan(first, last) {
  if (first >= last) return longDate(first);
  const a = jalaliOf(first);
  const b = jalaliOf(last);
  if (a.year === b.year && a.month === b.month)
    return `${digits(a.day)} ${t("to")} ${longDate(last)}`;
  if (a.year === b.year)
    return `${digits(a.day)} ${monthName(a.month)} ${t("to")} ${longDate(last)}`;
  return `${longDate(first)} ${t("to")} ${longDate(last)}`;
}
