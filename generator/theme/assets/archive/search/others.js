// Whether the shards of a language may have the words of a query that are in another script. They hardly
// ever do, and one small filter for all of them says so: see generator/outputs/_others.py.

import { ARABIC, WORD, fold, lookedUp } from "./folding.js";
import { isInArabicScript, longestOf, taken } from "./query.js";

const END = "$"; // stands behind a whole word
const SHORTEST = 3;
const ENDING = 3; // letters by which an inflected form may be longer
const PLACES = 3; // bits of an entry
const PLAIN = /^(?:[A-Z]?[a-z]+|[A-Z]+)$/;
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** The filters of all languages, each loaded when it is first asked. */
export class Others {
  #loading = new Map();

  constructor(root) {
    this.root = root;
  }

  /** Whether it is certain that no report of a shard's language has all words of a query. */
  async lack({ language, others }, query) {
    const asked = query && others ? entriesOf(language, query) : [];
    if (!asked.length) return false;
    const bits = await this.#bits(others);
    return bits !== null && asked.some((entries) => !entries.some((entry) => has(bits, entry)));
  }

  // A filter that cannot be loaded rules nothing out.
  #bits(path) {
    if (!this.#loading.has(path)) {
      const loading = fetch(new URL(path, this.root))
        .then((answer) => (answer.ok ? answer.arrayBuffer() : Promise.reject(new Error(`${answer.status} ${path}`))))
        .then((content) => new Uint8Array(content))
        .catch((error) => {
          console.error(error);
          return null;
        });
      this.#loading.set(path, loading);
    }
    return this.#loading.get(path);
  }
}

/**
 * The words of a query that a report needs and that are in another script than a language: for each the
 * entries, one of which has to be there. Of words in Latin letters outside of quotes that is the longest:
 * the others count only where Pagefind finds them.
 */
export function entriesOf(language, query) {
  const { phrases, arabic, others } = taken(query);
  if (!isInArabicScript(language)) {
    const inPhrases = (phrases.join(" ").match(WORD) ?? []).filter((word) => ARABIC.test(fold(word)));
    return [...arabic, ...inPhrases].map((word) => lookedUp(word).map((form) => bare(form) + END));
  }
  const words = [...phrases.flatMap(wordsOf), ...(others ? [longestOf(wordsOf(others))] : [])].map((word) => word.replace(EDGES, ""));
  return words.filter((word) => word.length >= SHORTEST && PLAIN.test(word)).map((word) => latin(word.toLowerCase()));
}

const wordsOf = (text) => text.split(/\s+/);

// As Pagefind has a word: without what stands above or below its letters.
const bare = (word) => word.normalize("NFD").replace(/\p{M}/gu, "");

// A word that Pagefind doesn't know is found by longer ones that begin with it, and by shorter ones.
function latin(word) {
  const shorter = [...Array(ENDING).keys()].map((cut) => word.slice(0, -1 - cut)).filter(({ length }) => length >= SHORTEST);
  return [word, ...shorter.map((form) => form + END)];
}

function has(bits, entry) {
  const hash = hashOf(entry);
  const step = (Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) | 1) >>> 0;
  return [...Array(PLACES).keys()].every((number) => {
    const place = (hash + number * step) % (8 * bits.length);
    return bits[place >>> 3] & (1 << (place & 7));
  });
}

// FNV-1a, of 32 bits.
function hashOf(entry) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(entry)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}
