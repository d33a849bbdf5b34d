// Search of the headings, and of the texts beside them.
import { chunkOf } from "./corpus.js";

const AHEAD = 4; // chunks

/** Return what is searched of a row without its text: title, kicker, id, agency, province, tags. */
function headingOf(corpus, row) {
  const { offsets, values } = corpus.tag;
  let heading = `${corpus.title[row]}\n${corpus.kicker[row]}\n${corpus.id[row]}\n${corpus.provinces[corpus.province[row]]}`;
  for (let i = offsets[row]; i < offsets[row + 1]; i++) heading += `\n${corpus.tags[values[i]]}`;
  return heading;
}

/** Return a Uint8Array with 1 for the rows whose heading holds all `terms`. */
export function searchHeadings(corpus, terms) {
  const matches = new Uint8Array(corpus.count);
  for (let row = 0; row < corpus.count; row++) {
    const heading = headingOf(corpus, row);
    matches[row] = terms.every((term) => term.test(heading)) ? 1 : 0;
  }
  return matches;
}

function matchTexts(corpus, terms, texts, first, matches) {
  texts.forEach(({ lead, body, authors, place }, i) => {
    const row = first + i;
    if (matches[row]) return;
    const whole = [headingOf(corpus, row), lead, place, ...(authors ?? []), ...(body ?? [])].join(
      "\n",
    );
    if (terms.every((term) => term.test(whole))) matches[row] = 1;
  });
}

/**
 * Search headings and texts. Reports its progress as (matches, share done) from time to time, and
 * stops when `isStale()` says that another search has begun.
 */
export async function searchTexts(corpus, terms, onProgress, isStale) {
  const matches = searchHeadings(corpus, terms);
  let last = performance.now();
  // The browser inflates beside the script: some chunks are always under way.
  const coming = [];
  for (let chunk = 0; chunk < corpus.starts.length; chunk++) {
    while (coming.length < AHEAD && chunk + coming.length < corpus.starts.length)
      coming.push(chunkOf(chunk + coming.length));
    const json = await coming.shift();
    if (isStale()) return null;
    if (terms.some((term) => term.test(json)))
      matchTexts(corpus, terms, JSON.parse(json), corpus.starts[chunk], matches);
    if (performance.now() - last > 150) {
      onProgress(matches, (chunk + 1) / corpus.starts.length);
      await new Promise((resume) => setTimeout(resume));
      last = performance.now();
    }
  }
  return matches;
}
