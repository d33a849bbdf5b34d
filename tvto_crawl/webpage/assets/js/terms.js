// Searching as Persian is typed: Arabic and Persian letters alike, any digits, half-spaces or not.

const ALIKE = [
  "یيىئ",
  "کك",
  "هةۀ",
  "اآأإٱ",
  "وؤ",
  "0۰٠",
  "1۱١",
  "2۲٢",
  "3۳٣",
  "4۴٤",
  "5۵٥",
  "6۶٦",
  "7۷٧",
  "8۸٨",
  "9۹٩",
];
const CLASSES = new Map(
  ALIKE.flatMap((letters) => [...letters].map((letter) => [letter, `[${letters}]`])),
);
// Between two letters of a word a half-space or a mark of the vowels may stand.
const INSIDE = "[\\u200c\\u200d\\u0640\\u064b-\\u0655]*";
const BLANK = "[\\s\\u200c\\u200d\\u00a0]*";

function pattern(term) {
  let source = "";
  for (const letter of term) {
    if (/[\s\u200c\u200d]/.test(letter)) source += source.endsWith(BLANK) ? "" : BLANK;
    else
      source +=
        (source && !source.endsWith(BLANK) ? INSIDE : "") +
        (CLASSES.get(letter) ?? letter.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  }
  return source;
}

/** Return one expression for each term of a query; "…" and «…» hold a phrase together. */
export function termsOf(query) {
  const terms = query.match(/"[^"]+"|«[^»]+»|[^\s"«»]+/g) ?? [];
  return terms
    .map((term) =>
      term
        .replace(/^["«]|["»]$/g, "")
        .trim()
        .replace(/[\u064b-\u0655\u0640]/g, ""),
    )
    .filter(Boolean)
    .map((term) => new RegExp(pattern(term), "iu"));
}

/** Where `terms` stand in `text`: [[start, end], …], not overlapping. */
export function findTerms(terms, text) {
  const found = [];
  for (const term of terms)
    for (const hit of text.matchAll(new RegExp(term.source, "giu")))
      if (hit[0]) found.push([hit.index, hit.index + hit[0].length]);
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return found.filter((span, i) => !i || span[0] >= found[i - 1][1]);
}
