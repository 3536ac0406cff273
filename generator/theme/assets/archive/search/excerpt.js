// The words of a report to show with a result.

import { ARABIC, WORD, stems } from "./folding.js";

const LENGTH = 32;
const BEFORE_HIT = 8;
const FORMS_MARK = "⁂"; // generator/outputs/search_index.py puts it before other names, which are not shown

/** From a little before the first hit; never the other names behind the mark. */
export function excerptOf(data, query) {
  const raw = (data.raw_content ?? data.content).replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  const [delimiter, joint] = raw.includes("\u200b") ? ["\u200b", ""] : [/\s+/, " "];
  const all = raw.split(delimiter);
  const end = all.indexOf(FORMS_MARK);
  const words = end < 0 ? all : all.slice(0, end);
  const titled = data.meta.title.trim().split(delimiter).length;
  const hits = hitsIn(words, data.locations ?? [], query);
  const first = [...hits].filter((place) => place >= titled).sort((a, b) => a - b)[0] ?? titled;
  const start = Math.max(titled, Math.min(first - BEFORE_HIT, words.length - LENGTH));
  const shown = words.slice(start, start + LENGTH).map((text, place) => ({ text, hit: hits.has(start + place) }));
  return { words: shown, joint, before: start > titled, after: start + LENGTH < words.length };
}

// Pagefind tells the places of the words it found; of an Arabic word it may have found a folded form.
function hitsIn(words, locations, query) {
  const hits = new Set(locations.filter((place) => place < words.length));
  const formsOf = (text) => (text.match(WORD) ?? []).filter((word) => ARABIC.test(word)).flatMap(stems);
  const asked = new Set(formsOf(query));
  if (asked.size) {
    words.forEach((word, place) => {
      if (formsOf(word).some((form) => asked.has(form))) hits.add(place);
    });
  }
  return hits;
}
