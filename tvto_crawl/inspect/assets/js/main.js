// Load, draw, and draw again when the language changes.
import { byId, el } from "../../../webpage/assets/js/dom.js";
import {
  currentLanguage,
  digits,
  hasWords,
  loadWords,
  setLanguage,
  t,
} from "../../../webpage/assets/js/language.js";
import { nextTheme } from "../../../webpage/assets/js/theme.js";
import { drawArticle, markPart, placeOf } from "./article.js";
import { hideDetail, showDetail } from "./detail.js";
import { drawFilters, makeFilters, showAllLines } from "./filters.js";
import { drawRecord } from "./record.js";
import { attachTree, drawTree, focusLine } from "./tree.js";

function drawVerdict({ record, refusal, attempts, lines }) {
  const kept = lines.filter((line) => line.field).length;
  const head = record
    ? el(
        "p",
        { class: "verdict-line" },
        el("strong", { class: "verdict-mark kept", text: t("an_article") }),
        el("span", { text: t("taken_by") }),
        el("code", { dir: "ltr", text: record.extractor }),
        el("span", { class: "faint", text: t("kept_of", { n: kept, all: lines.length }) }),
        record.warnings.map((code) =>
          el("span", {
            class: "mark warn",
            text: hasWords(`warning_${code}`) ? t(`warning_${code}`) : code,
          }),
        ),
      )
    : el(
        "p",
        { class: "verdict-line" },
        el("strong", { class: "verdict-mark refused", text: t("not_an_article") }),
        el("span", { text: refusal ? t(`refusal_${refusal.reason}`) : "" }),
      );
  const generic = record?.extractor.startsWith("generic")
    ? [{ layout: record.extractor, outcome: "took" }]
    : [];
  byId("verdict").replaceChildren(
    head,
    el(
      "ol",
      { class: "attempts" },
      attempts.length ? "" : el("li", { class: "faint", text: t("no_layouts") }),
      [...attempts, ...generic].map(attempt),
    ),
  );
}

function attempt({ layout, why, mark, outcome }) {
  const reason = mark ? t("why_mark", { mark }) : why && t("why_host");
  return el(
    "li",
    { class: `attempt ${outcome}` },
    el("code", { dir: "ltr", text: layout }),
    el("strong", { text: t(`outcome_${outcome}`) }),
    reason ? el("span", { class: "faint", title: why, text: reason }) : "",
  );
}

function drawAbout({ url, place, made, version }) {
  let address = url ?? place;
  try {
    address = decodeURI(address);
  } catch {
    /* not percent-encoded UTF-8: shown as it is */
  }
  byId("subtitle").replaceChildren(el("code", { class: "address", dir: "ltr", text: address }));
  if (url && place) byId("subtitle").append(el("small", { dir: "ltr", text: place }));
  byId("made").textContent = t("made", { version, when: digits(made.replaceAll("-", "/")) });
}

function showTab(name) {
  document.body.dataset.tab = name;
  for (const tab of document.querySelectorAll(".tabs [role=tab]"))
    tab.setAttribute("aria-selected", String(tab.dataset.tab === name));
}

function main() {
  loadWords(JSON.parse(byId("words").textContent));
  setLanguage("fa");
  const inspection = JSON.parse(byId("inspection").textContent);
  let chosen = null;
  const unchoose = () => {
    const line = chosen;
    chosen = null;
    hideDetail();
    markPart(null);
    document.querySelector(".line.chosen")?.classList.remove("chosen");
    if (line !== null) document.querySelector(`[data-line="${line}"]`)?.focus({ preventScroll: true });
    hideDetail();
  };
  const chooseLine = (n) => {
    chosen = n;
    const line = inspection.lines[n];
    document.querySelector(".line.chosen")?.classList.remove("chosen");
    document.querySelector(`[data-line="${n}"]`)?.classList.add("chosen");
    showDetail(line, inspection.elements, unchoose);
    markPart(line.field && placeOf(line));
    // The dock may have come over the line.
    document.querySelector(`[data-line="${n}"]`)?.scrollIntoView({ block: "nearest", behavior: "instant" });
  };
  const choosePart = (where) => {
    showTab("page");
    const n = inspection.lines.findIndex((line) => line.field && placeOf(line) === where);
    const node = document.querySelector(`[data-line="${n}"]`);
    if (node?.hidden) showAllLines();
    focusLine(n);
  };
  const draw = () => {
    drawAbout(inspection);
    drawVerdict(inspection);
    drawArticle(inspection, choosePart);
    drawRecord(inspection);
    byId("record-pane").hidden = byId("tab-record").hidden = !inspection.record;
    drawTree(inspection, chooseLine);
    drawFilters();
    if (chosen !== null) chooseLine(chosen);
  };
  attachTree();
  makeFilters(inspection.lines);
  draw();
  showTab(inspection.record ? "article" : "page");
  for (const tab of document.querySelectorAll(".tabs [role=tab]"))
    tab.addEventListener("click", () => showTab(tab.dataset.tab));
  byId("theme").addEventListener("click", nextTheme);
  byId("language").addEventListener("click", () => {
    setLanguage(currentLanguage() === "fa" ? "en" : "fa");
    draw();
  });
  new ResizeObserver(([{ target }]) =>
    document.documentElement.style.setProperty("--toolbar", `${target.offsetHeight}px`),
  ).observe(document.querySelector(".toolbar"));
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen !== null) unchoose();
  });
  document.fonts.ready.then(() => {
    performance.mark("ready");
    document.body.dataset.state = "ready";
  });
}

try {
  main();
} catch (error) {
  document.body.dataset.state = "failed";
  byId("subtitle").textContent = t("broken", { why: error.message });
  throw error;
}
