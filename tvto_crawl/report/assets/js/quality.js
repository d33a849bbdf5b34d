// What is missing, what was repaired, how long articles are: the state of the corpus by agency.
import { agencyColour, agencyName } from "./ranking.js";
import { byId, el } from "../../../webpage/assets/js/dom.js";
import { drawHistogram } from "./histogram.js";
import { hasWords, number, rough, share, t } from "../../../webpage/assets/js/language.js";
import { matrix } from "./matrix.js";
import { isChosen, rowsFor, toggle } from "./selection.js";

const MOST_AGENCIES = 8;
const MOST_BINS = 30;

/** The agencies that tables have a column for: the commonest of `rows`. */
function agencyColumns(corpus, rows) {
  const counts = new Uint32Array(corpus.agencies.length);
  for (const row of rows) counts[corpus.agency[row]]++;
  const shown = [...counts.keys()].filter((agency) => counts[agency]).slice(0, MOST_AGENCIES);
  return {
    counts,
    shown,
    columns: shown.map((agency) => ({
      label: agencyName(corpus, agency),
      colour: agencyColour(agency),
    })),
  };
}

export function drawMissing(selection) {
  const { corpus } = selection;
  const rows = rowsFor(selection, "missing");
  const { counts, shown, columns } = agencyColumns(corpus, rows);
  const fields = corpus.fields.length;
  const missing = new Uint32Array(fields * counts.length);
  for (const row of rows) {
    const bits = corpus.missing[row];
    for (let field = 0; field < fields; field++)
      if (bits & (1 << field)) missing[corpus.agency[row] * fields + field]++;
  }
  const totals = corpus.fields.map((_, field) =>
    sum(counts, (_, agency) => missing[agency * fields + field]),
  );
  byId("missing").replaceChildren(
    matrix({
      corner: t("field"),
      rows: corpus.fields.map((field) => ({ label: t(`field_${field}`) })),
      columns: [{ label: t("all_agencies") }, ...columns],
      cell: (field, column) => {
        const [n, all] = column
          ? [missing[shown[column - 1] * fields + field], counts[shown[column - 1]]]
          : [totals[field], rows.length];
        const part = all ? n / all : 0;
        const text = n ? share(part) : "–";
        if (column || !n) return { text, level: part };
        return {
          text,
          level: part,
          label: `${t("lacks", { field: t(`field_${corpus.fields[field]}`) })}: ${number(n)}`,
          pressed: isChosen(selection, "missing", field),
          onclick: () => toggle(selection, "missing", field),
        };
      },
    }),
  );
}

function sum(list, of) {
  let total = 0;
  list.forEach((item, i) => {
    total += of(item, i);
  });
  return total;
}

/** Repairs by kind: how often in all, and in how many of a thousand words at each agency. */
export function drawRepairs(selection) {
  const { corpus } = selection;
  const rows = rowsFor(selection, "repair");
  const { counts, shown, columns } = agencyColumns(corpus, rows);
  const words = new Float64Array(counts.length);
  for (const row of rows) words[corpus.agency[row]] += corpus.words[row];
  const kinds = Object.keys(corpus.repairs)
    .map((kind) => repairsOf(corpus, kind, rows))
    .filter((kind) => kind.total);
  kinds.sort((a, b) => b.total - a.total);
  if (!kinds.length)
    return byId("repairs").replaceChildren(el("p", { class: "empty", text: t("no_repairs") }));
  const rate = (kind, agency) =>
    words[agency] ? (1000 * kind.byAgency[agency]) / words[agency] : 0;
  byId("repairs").replaceChildren(
    matrix({
      corner: t("repair"),
      rows: kinds.map(({ kind }) => ({
        label: hasWords(`repair_${kind}`) ? t(`repair_${kind}`) : kind,
        hint: hasWords(`example_${kind}`) ? t(`example_${kind}`) : "",
      })),
      columns: [{ label: t("times") }, { label: t("of_articles") }, ...columns],
      cell: (r, column) => {
        const kind = kinds[r];
        if (column === 0)
          return {
            text: number(kind.total),
            level: 0,
            label: `${t("with_repair")} ${t(`repair_${kind.kind}`)}`,
            pressed: isChosen(selection, "repair", kind.kind),
            onclick: () => toggle(selection, "repair", kind.kind),
          };
        if (column === 1) return { text: share(kind.articles / rows.length), level: 0 };
        const value = rate(kind, shown[column - 2]);
        const highest = Math.max(...shown.map((agency) => rate(kind, agency)));
        return { text: value ? rough(value) : "–", level: highest ? value / highest : 0 };
      },
    }),
  );
}

function repairsOf(corpus, kind, rows) {
  const found = { kind, total: 0, articles: 0, byAgency: new Float64Array(corpus.agencies.length) };
  const column = corpus.repairs[kind];
  for (const row of rows) {
    if (!column[row]) continue;
    found.total += column[row];
    found.articles++;
    found.byAgency[corpus.agency[row]] += column[row];
  }
  return found;
}

export function quantile(sorted, q) {
  return sorted.length ? sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] : 0;
}

/** Lengths in words, in steps of a round number; the longest hundredth share the last bar. */
export function drawLengths(selection) {
  const { corpus } = selection;
  const rows = rowsFor(selection);
  const lengths = Uint32Array.from(rows, (row) => corpus.words[row]).sort();
  const top = Math.max(50, quantile(lengths, 0.985));
  const step =
    [10, 20, 25, 50, 100, 200, 250, 500, 1000, 2500, 5000].find((n) => top / n <= MOST_BINS) ??
    Math.ceil(top / MOST_BINS);
  const bins = Array.from({ length: Math.ceil(top / step) + 1 }, (_, i) => ({
    n: 0,
    from: i * step,
  }));
  for (const length of lengths) bins[Math.min(bins.length - 1, Math.floor(length / step))].n++;
  const last = bins.at(-1);
  for (const bin of bins) {
    bin.label = number(bin.from);
    bin.range =
      bin === last
        ? t("words_from", { from: bin.from })
        : t("words_range", { from: bin.from, to: bin.from + step - 1 });
  }
  const median = quantile(lengths, 0.5);
  const every = Math.ceil(bins.length / 6);
  drawHistogram("lengths", bins, {
    mark: lengths.length
      ? { at: Math.min(bins.length, median / step), label: t("median_words", { n: median }) }
      : null,
    ariaLabel: t("lengths_label", { n: median }),
    tickAt: (i) => i % every === 0,
  });
  byId("lengths-unit").textContent = t("in_words");
}
