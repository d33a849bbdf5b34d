// The articles: columns in memory, texts inflated when one is opened.

/** Inflate a packed element's text: base64 of raw deflate of UTF-8. */
async function inflate(base64) {
  const bytes = Uint8Array.fromBase64
    ? Uint8Array.fromBase64(base64)
    : Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new TextDecoder().decode(await new Response(stream).arrayBuffer());
}

/** Lists of different lengths: `values` from `offsets[row]` to `offsets[row + 1]`. */
function ragged({ counts, values }) {
  const offsets = new Uint32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) offsets[i + 1] = offsets[i] + counts[i];
  return { offsets, values: Uint32Array.from(values) };
}

/** Load the columns of every article. */
export async function loadCorpus(element) {
  const data = JSON.parse(await inflate(element.textContent));
  element.remove();
  const corpus = {
    ...data,
    day: Int32Array.from(data.day),
    minute: Int16Array.from(data.minute),
    words: Uint32Array.from(data.words),
    missing: Uint16Array.from(data.missing),
    agency: Uint32Array.from(data.agency),
    province: Uint32Array.from(data.province),
    extractor: Uint32Array.from(data.extractor),
    original: Int32Array.from(data.original),
    section: ragged(data.section),
    tag: ragged(data.tag),
    warning: ragged(data.warning),
    repairs: Object.fromEntries(
      Object.entries(data.repairs).map(([kind, counts]) => [kind, Uint32Array.from(counts)]),
    ),
  };
  corpus.copies = copiesByOriginal(corpus);
  corpus.hasTexts = data.starts.length > 0;
  return corpus;
}

function copiesByOriginal({ original, count }) {
  const copies = new Map();
  for (let row = 0; row < count; row++) {
    const first = original[row];
    if (first >= 0) copies.has(first) ? copies.get(first).push(row) : copies.set(first, [row]);
  }
  return copies;
}

export function listOf(column, row) {
  return column.values.subarray(column.offsets[row], column.offsets[row + 1]);
}

/** Minutes from the original to its copy; null where either has no time. */
export function delayOf(corpus, copy) {
  const first = corpus.original[copy];
  if (first < 0 || corpus.minute[first] < 0 || corpus.minute[copy] < 0) return null;
  return (corpus.day[copy] - corpus.day[first]) * 1440 + corpus.minute[copy] - corpus.minute[first];
}

const cache = new Map();
const CACHED_CHUNKS = 8;

/** Return chunk `number` as the JSON it is; waits while the page is still being read from disk. */
export async function chunkOf(number) {
  return inflate((await chunkElement(number)).textContent);
}

async function textsOf(number) {
  if (cache.has(number)) return cache.get(number);
  const texts = JSON.parse(await chunkOf(number));
  cache.set(number, texts);
  if (cache.size > CACHED_CHUNKS) cache.delete(cache.keys().next().value);
  return texts;
}

async function chunkElement(number) {
  for (;;) {
    const element = document.getElementById(`texts-${number}`);
    // The parser may be in the middle of the element: it is whole once something follows it.
    if (element && (element.nextSibling || document.readyState !== "loading")) return element;
    if (document.readyState !== "loading")
      throw new Error(`the page is cut off: no texts-${number}`);
    await new Promise((resume) => setTimeout(resume, 50));
  }
}

/** Return the text of the article in `row`, an object of the fields that are not columns. */
export async function textOf(corpus, row) {
  if (!corpus.hasTexts) return {};
  const { starts } = corpus;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= row) low = middle;
    else high = middle - 1;
  }
  return (await textsOf(low))[row - starts[low]];
}
