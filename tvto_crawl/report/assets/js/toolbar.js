// Search, what is chosen, how much is left; language and theme.
import { attachDateFields, showDateFields } from "./timeline.js";
import { dateSpan } from "./calendar.js";
import { byId, debounce, el } from "../../../webpage/assets/js/dom.js";
import { currentLanguage, number, t } from "../../../webpage/assets/js/language.js";
import { valueName } from "./ranking.js";
import { setTerms } from "./reader.js";
import { searchHeadings, searchTexts } from "./search.js";
import { termsOf } from "../../../webpage/assets/js/terms.js";
import { nextTheme } from "../../../webpage/assets/js/theme.js";
import { chooseDays, chooseMatches, clearAll, rowsFor, toggle } from "./selection.js";

let searches = 0;

export function makeToolbar(selection, onLanguage) {
  const search = debounce(() => runSearch(selection), 120);
  byId("query").addEventListener("input", search);
  byId("query").addEventListener("keydown", (event) => {
    if (event.key === "Enter") byId("articles").scrollIntoView();
    if (event.key === "Escape" && byId("query").value) {
      byId("query").value = "";
      runSearch(selection);
    }
  });
  byId("in-texts").addEventListener("change", () => runSearch(selection));
  byId("in-texts-label").hidden = !selection.corpus.hasTexts;
  byId("language").addEventListener("click", () =>
    onLanguage(currentLanguage() === "fa" ? "en" : "fa"),
  );
  byId("theme").addEventListener("click", nextTheme);
  addEventListener("keydown", (event) => {
    const typing =
      /^(INPUT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "") || byId("reader").open;
    if (event.key === "/" && !typing) {
      event.preventDefault();
      byId("query").focus();
    }
  });
  attachDateFields(selection);
}

async function runSearch(selection) {
  const { corpus } = selection;
  const own = ++searches;
  const terms = termsOf(byId("query").value);
  setTerms(terms);
  byId("progress").hidden = true;
  if (!terms.length) {
    if (selection.passes.query) chooseMatches(selection, null);
    return;
  }
  chooseMatches(selection, searchHeadings(corpus, terms));
  if (!byId("in-texts").checked) return;
  byId("progress").hidden = false;
  byId("progress").value = 0;
  const onProgress = (matches, share) => {
    byId("progress").value = share;
    byId("count").textContent = t("searching", { share: number(Math.round(100 * share)) });
  };
  const matches = await searchTexts(corpus, terms, onProgress, () => own !== searches);
  if (own !== searches) return;
  byId("progress").hidden = true;
  if (matches) chooseMatches(selection, matches);
}

/** Say what is chosen, each choice with a button that drops it. */
export function showChoices(selection) {
  const { corpus, chosen } = selection;
  const chips = [];
  if (selection.days) chips.push(chip(spanText(selection), () => chooseDays(selection, null)));
  for (const [dimension, values] of Object.entries(chosen)) {
    for (const value of values)
      chips.push(
        chip(valueName(corpus, dimension, value) || t("none"), () =>
          toggle(selection, dimension, value),
        ),
      );
  }
  if (chips.length > 1 || (chips.length && byId("query").value)) {
    chips.push(
      el("button", {
        type: "button",
        class: "link",
        text: t("clear_all"),
        onclick: () => {
          byId("query").value = "";
          setTerms([]);
          clearAll(selection);
        },
      }),
    );
  }
  byId("choices").replaceChildren(...chips);
  const n = rowsFor(selection).length;
  byId("count").textContent =
    n === corpus.count ? t("n_articles", { n }) : t("n_of_articles", { n, all: corpus.count });
  showDateFields(selection);
}

function spanText({ days: [first, last] }) {
  if (first <= -900000) return `${t("until")} ${dateSpan(last, last)}`;
  if (last >= 900000) return `${t("since")} ${dateSpan(first, first)}`;
  return dateSpan(first, last);
}

function chip(text, drop) {
  return el(
    "button",
    { type: "button", class: "chip", "aria-label": `${t("drop")}: ${text}`, onclick: drop },
    el("span", { dir: "auto", text }),
    el("span", { "aria-hidden": "true", text: "×" }),
  );
}
