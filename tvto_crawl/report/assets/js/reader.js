// An article, opened: a sheet over the page with the text and all that the record says of it.
import { agencyColour, agencyName, warningName } from "./ranking.js";
import { clock, gregorian, longDate } from "./calendar.js";
import { delayOf, listOf, textOf } from "./corpus.js";
import { byId, el, visible } from "../../../webpage/assets/js/dom.js";
import { delay, digits, hasWords, number, provinceName, t } from "../../../webpage/assets/js/language.js";
import { findTerms } from "../../../webpage/assets/js/terms.js";
import { neighbour } from "./table.js";

const reader = { row: null, terms: [], corpus: null };

export function makeReader(corpus) {
  reader.corpus = corpus;
  const sheet = byId("reader");
  byId("reader-close").addEventListener("click", () => sheet.close());
  byId("reader-next").addEventListener("click", () => step(1));
  byId("reader-previous").addEventListener("click", () => step(-1));
  sheet.addEventListener("click", (event) => {
    if (event.target === sheet) sheet.close();
  });
  sheet.addEventListener("keydown", (event) => {
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
  });
}

export function setTerms(terms) {
  reader.terms = terms;
}

function step(by) {
  const row = neighbour(reader.row, by);
  if (row !== null) openArticle(row);
}

/** Draw the open article anew, after the language has changed. */
export function redrawReader() {
  if (byId("reader").open) openArticle(reader.row);
}

export async function openArticle(row) {
  reader.row = row;
  const sheet = byId("reader");
  if (!sheet.open) sheet.showModal();
  byId("reader-next").disabled = neighbour(row, 1) === null;
  byId("reader-previous").disabled = neighbour(row, -1) === null;
  draw(row, null);
  sheet.querySelector(".sheet").scrollTop = 0;
  try {
    const text = await textOf(reader.corpus, row);
    if (reader.row === row) draw(row, text);
  } catch (error) {
    byId("article").append(
      el("p", { class: "empty", text: t("text_lost", { why: error.message }) }),
    );
  }
}

function draw(row, text) {
  const { corpus } = reader;
  const line = [agencyName(corpus, corpus.agency[row]), whenOf(row)].filter(Boolean).join(" · ");
  byId("article").replaceChildren(
    el(
      "p",
      { class: "article-line", style: { "--colour": agencyColour(corpus.agency[row]) } },
      el("i", { class: "swatch" }),
      line,
    ),
    el(
      "div",
      { class: "article-text", dir: "auto", lang: "fa" },
      corpus.kicker[row] ? paragraph("p", "kicker", corpus.kicker[row]) : "",
      heading(corpus.title[row]),
      text?.lead ? paragraph("p", "lead", text.lead) : "",
      (text?.body ?? []).map((line) => paragraph("p", "", line)),
      !corpus.hasTexts ? el("p", { class: "empty", text: t("no_texts") }) : "",
    ),
    copiesOf(row),
    text ? record(row, text) : "",
  );
}

function heading(title) {
  const node = paragraph("h2", "headline", title || t("untitled"));
  node.id = "headline";
  return node;
}

/** A paragraph with the searched terms marked; its text stays text. */
function paragraph(name, className, text) {
  const node = el(name, { class: className || null, dir: "auto" });
  let end = 0;
  for (const [from, to] of findTerms(reader.terms, text)) {
    node.append(visible(text.slice(end, from)), el("mark", { text: text.slice(from, to) }));
    end = to;
  }
  node.append(visible(text.slice(end)));
  return node;
}

function whenOf(row) {
  const { corpus } = reader;
  if (corpus.day[row] === corpus.undated) return t("no_date");
  return (
    longDate(corpus.day[row]) + (corpus.minute[row] >= 0 ? `، ${clock(corpus.minute[row])}` : "")
  );
}

function copiesOf(row) {
  const { corpus } = reader;
  const line = (other, key, minutes) =>
    el(
      "li",
      {},
      el(
        "button",
        { type: "button", class: "story", onclick: () => openArticle(other) },
        el("b", { dir: "auto", text: corpus.title[other] || t("untitled") }),
        el("small", {
          text: t(key, {
            agency: agencyName(corpus, corpus.agency[other]),
            delay: minutes === null ? "؟" : delay(minutes),
          }),
        }),
      ),
    );
  const items = [];
  const first = corpus.original[row];
  if (first >= 0) items.push(line(first, "repeats", delayOf(corpus, row)));
  if (first === -2) items.push(el("li", { class: "faint", text: t("repeats_elsewhere") }));
  for (const copy of (corpus.copies.get(row) ?? []).slice(0, 20))
    items.push(line(copy, "repeated_by", delayOf(corpus, copy)));
  return items.length
    ? el(
        "section",
        { class: "article-copies" },
        el("h3", { text: t("copies_heading") }),
        el("ul", { class: "stories" }, items),
      )
    : "";
}

function record(row, text) {
  const { corpus } = reader;
  const names = (column, list) => [...listOf(column, row)].map((value) => list[value]);
  const repairs = Object.entries(corpus.repairs)
    .filter(([, counts]) => counts[row])
    .map(
      ([kind, counts]) =>
        `${hasWords(`repair_${kind}`) ? t(`repair_${kind}`) : kind}: ${number(counts[row])}`,
    );
  const lines = [
    ["field_url", text.url && link(text.url)],
    ["field_id", el("code", { text: corpus.id[row] })],
    [
      "field_published_at",
      corpus.day[row] !== corpus.undated &&
        `${whenOf(row)} (${digits(gregorian(corpus.day[row]).replaceAll("-", "/"))})`,
    ],
    ["field_published_raw", text.published_raw],
    ["field_modified_at", text.modified_at],
    ["field_authors", text.authors?.join("، ")],
    ["field_place", text.place],
    [
      "field_province",
      corpus.provinces[corpus.province[row]] &&
        provinceName(corpus.provinces[corpus.province[row]]),
    ],
    ["field_section", names(corpus.section, corpus.sections).join(" › ")],
    ["field_tags", names(corpus.tag, corpus.tags).join("، ")],
    [
      "field_images",
      text.images?.length &&
        el(
          "ul",
          {},
          text.images.map(([url, caption]) =>
            el("li", {}, caption ? el("span", { dir: "auto", text: caption }) : "", link(url)),
          ),
        ),
    ],
    ["field_words", number(corpus.words[row])],
    ["field_extractor", el("code", { text: corpus.extractors[corpus.extractor[row]] })],
    ["field_warnings", names(corpus.warning, corpus.warnings).map(warningName).join("، ")],
    ["field_repairs", repairs.join(" · ")],
    ["field_source", text.source],
    ["field_fetched_at", text.fetched_at],
    ["field_fingerprint", text.fingerprint && el("code", { text: text.fingerprint })],
  ];
  const list = el(
    "dl",
    {},
    lines
      .filter(([, value]) => value)
      .flatMap(([key, value]) => [
        el("dt", { text: t(key) }),
        el("dd", { dir: "auto" }, typeof value === "string" ? value : value),
      ]),
  );
  return el("details", { class: "record", open: true }, el("summary", { text: t("record") }), list);
}

/** An address: a link only where it leads to the web; anything else stays text. */
function link(address) {
  let shown = address;
  try {
    shown = decodeURI(address);
  } catch {
    /* not percent-encoded UTF-8: shown as it is */
  }
  if (!/^https?:\/\//i.test(address)) return el("code", { dir: "ltr", text: shown });
  return el("a", {
    href: address,
    rel: "noopener noreferrer nofollow",
    target: "_blank",
    dir: "ltr",
    text: shown,
  });
}
