// The two languages of the page: words, digits, direction. Data stay as they are.

const language = { code: "fa", words: {}, provinces: {} };
let plain, percent, decimal;

export function loadWords({ words, provinces }) {
  language.words = words;
  language.provinces = provinces;
}

export function currentLanguage() {
  return language.code;
}

export function isRtl() {
  return language.code === "fa";
}

/** Switch to "fa" or "en": sets direction, digits and every element that names its words. */
export function setLanguage(code) {
  language.code = code === "en" ? "en" : "fa";
  const locale = isRtl() ? "fa-IR" : "en-US";
  plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  document.documentElement.lang = language.code;
  document.documentElement.dir = isRtl() ? "rtl" : "ltr";
  document.title = t("title");
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll("[data-t-label]"))
    node.setAttribute("aria-label", t(node.dataset.tLabel));
  for (const node of document.querySelectorAll("[data-digits]"))
    node.placeholder = digits(node.dataset.digits);
  for (const node of document.querySelectorAll("[data-t-hint]"))
    node.placeholder = t(node.dataset.tHint);
}

/** Say `key` in the current language; `{name}` in it is filled from `values`, numbers as digits. A sentence
 * about one thing may have a form of its own, under `key_one`. */
export function t(key, values = {}) {
  const entry = (values.n === 1 && language.words[`${key}_one`]) || language.words[key];
  const sentence = entry ? entry[language.code] : key;
  return sentence.replace(/\{(\w+)\}/g, (_, name) =>
    typeof values[name] === "number" ? number(values[name]) : String(values[name] ?? ""),
  );
}

export function hasWords(key) {
  return key in language.words;
}

export function number(value) {
  return plain.format(value);
}

/** One digit after the point if it means something: 0.4, 3.2, 58. */
export function rough(value) {
  return Math.abs(value) < 10 ? decimal.format(value) : plain.format(value);
}

/** A share as a percentage; what is there but rounds to nothing is "< 0.1 %". */
export function share(value) {
  if (value > 0 && value < 0.0005) return (isRtl() ? "کمتر از " : "< ") + percent.format(0.001);
  return percent.format(value);
}

/** Write digits as the current language does, in text that is made of them: dates, times. */
export function digits(text) {
  return isRtl() ? String(text).replace(/\d/g, (d) => "۰۱۲۳۴۵۶۷۸۹"[d]) : String(text);
}

/** Read digits of any script as Latin ones. */
export function latinDigits(text) {
  return text
    .replace(/[۰-۹]/g, (d) => "۰۱۲۳۴۵۶۷۸۹".indexOf(d))
    .replace(/[٠-٩]/g, (d) => "٠١٢٣٤٥٦٧٨٩".indexOf(d));
}

/** A province as the language names it; one that is not known stays as the data have it. */
export function provinceName(name) {
  if (!name) return t("none");
  return isRtl() ? name : (language.provinces[name]?.en ?? name);
}

export function provinceTile(name) {
  return language.provinces[name];
}

export function provinceNames() {
  return Object.keys(language.provinces);
}

/** A span of minutes in words: "۲ ساعت و ۵ دقیقه", "3 days". */
export function delay(minutes) {
  const m = Math.round(Math.abs(minutes));
  if (m < 60) return t("minutes", { n: m });
  if (m < 24 * 60) {
    const rest = m % 60;
    return rest && m < 360
      ? t("hours_minutes", { n: Math.floor(m / 60), m: rest })
      : t("hours", { n: Math.round(m / 60) });
  }
  return t("days", { n: Math.round(m / 1440) });
}

/** A label for a chart, whose SVG runs left to right: marks keep Persian words in their order. */
export function chartLabel(text) {
  return isRtl() ? `\u200f${text}\u200f` : text;
}
