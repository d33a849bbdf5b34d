// What is chosen. Each dimension keeps a mask of the rows it lets through; a row is shown when all
// do. A dimension's own figure counts the rows that all *other* dimensions let through, so that a
// second value can be added to the first.
import { listOf } from "./corpus.js";

const SINGLE = ["agency", "province", "extractor"];
const RAGGED = ["section", "tag", "warning"];
export const DIMENSIONS = [...SINGLE, ...RAGGED, "missing", "repair", "days", "copies", "query"];

export function makeSelection(corpus) {
  const selection = {
    corpus,
    chosen: Object.fromEntries(
      [...SINGLE, ...RAGGED, "missing", "repair", "copies"].map((d) => [d, new Set()]),
    ),
    days: null,
    passes: Object.fromEntries(DIMENSIONS.map((d) => [d, null])),
    fails: new Uint8Array(corpus.count),
    listeners: [],
  };
  return selection;
}

export function onSelection(selection, listener) {
  selection.listeners.push(listener);
}

/** Choose or drop one value of a dimension. */
export function toggle(selection, dimension, value) {
  const values = selection.chosen[dimension];
  values.has(value) ? values.delete(value) : values.add(value);
  refresh(selection, dimension);
}

/** Show only the days from `first` to `last`, both included; null for all. */
export function chooseDays(selection, span) {
  selection.days = span;
  const { day } = selection.corpus;
  setMask(selection, "days", span && ((row) => day[row] >= span[0] && day[row] <= span[1]));
}

/** Show only the rows that `matches` lets through (a Uint8Array), or all for null. */
export function chooseMatches(selection, matches) {
  setMask(selection, "query", matches && ((row) => matches[row]));
}

export function clearAll(selection) {
  selection.days = null;
  for (const dimension of DIMENSIONS) {
    selection.chosen[dimension]?.clear();
    selection.passes[dimension] = null;
  }
  selection.fails.fill(0);
  tell(selection);
}

function refresh(selection, dimension) {
  const values = selection.chosen[dimension];
  setMask(selection, dimension, values.size ? tester(selection.corpus, dimension, values) : null);
}

function tester(corpus, dimension, values) {
  if (SINGLE.includes(dimension)) return (row) => values.has(corpus[dimension][row]);
  if (RAGGED.includes(dimension))
    return (row) => listOf(corpus[dimension], row).some((value) => values.has(value));
  if (dimension === "missing") {
    const bits = [...values].reduce((all, bit) => all | (1 << bit), 0);
    return (row) => (corpus.missing[row] & bits) !== 0;
  }
  if (dimension === "repair")
    return (row) => [...values].some((kind) => corpus.repairs[kind][row] > 0);
  return (row) => [...values].some((value) => isCopy(corpus, row, value));
}

/** Copies: "any", or "<agency of the original>-<agency of the copy>". */
function isCopy({ original, agency }, row, value) {
  if (original[row] === -1) return false;
  if (value === "any") return true;
  return original[row] >= 0 && value === `${agency[original[row]]}-${agency[row]}`;
}

function setMask(selection, dimension, test) {
  const { fails, passes, corpus } = selection;
  const before = passes[dimension];
  const after = test && new Uint8Array(corpus.count);
  for (let row = 0; row < corpus.count; row++) {
    if (after) after[row] = test(row) ? 1 : 0;
    fails[row] += (before ? before[row] : 1) - (after ? after[row] : 1);
  }
  passes[dimension] = after;
  tell(selection);
}

function tell(selection) {
  for (const listener of selection.listeners) listener();
}

export function isChosen(selection, dimension, value) {
  return selection.chosen[dimension].has(value);
}

/** Return the rows that every dimension but `except` lets through, in the corpus' order. */
export function rowsFor(selection, except = null) {
  const { fails, corpus } = selection;
  const own = except && selection.passes[except];
  const rows = new Uint32Array(corpus.count);
  let n = 0;
  for (let row = 0; row < corpus.count; row++) {
    if (fails[row] === 0 || (own && fails[row] === 1 && !own[row])) rows[n++] = row;
  }
  return rows.subarray(0, n);
}

/** Count the values of a column over `rows`. */
export function countsOf(corpus, dimension, rows) {
  if (RAGGED.includes(dimension)) {
    const counts = new Uint32Array(corpus[`${dimension}s`].length);
    const { offsets, values } = corpus[dimension];
    for (const row of rows)
      for (let i = offsets[row]; i < offsets[row + 1]; i++) counts[values[i]]++;
    return counts;
  }
  const names = {
    agency: corpus.agencies,
    province: corpus.provinces,
    extractor: corpus.extractors,
  }[dimension];
  const counts = new Uint32Array(names.length);
  const column = corpus[dimension];
  for (const row of rows) counts[column[row]]++;
  return counts;
}
