// Pagefind's bundles: asked one after the other, so that the first results are there soon.

import { inOrder, parts } from "./query.js";

const OF_PAGEFIND = /\.pagefind$|\.pf_[a-z]+$|\/pagefind-entry\.json/;

/**
 * Every request of Pagefind's that failed. It takes a part of the index that could not be loaded
 * for one without hits, so it is watched.
 */
class Requests {
  #failed = [];

  constructor() {
    const plain = globalThis.fetch.bind(globalThis);
    globalThis.fetch = async (resource, options) => {
      const address = new URL(resource, document.baseURI).href;
      try {
        const answer = await plain(resource, options);
        if (!answer.ok) throw new Error(`${answer.status} ${address}`);
        return answer;
      } catch (error) {
        if (OF_PAGEFIND.test(address)) this.#failed.push({ address, error });
        throw error;
      }
    };
  }

  /** The first failure below an address, forgotten with all others there. */
  take(address) {
    const found = this.#failed.find((failure) => failure.address.startsWith(address))?.error;
    this.#failed = this.#failed.filter((failure) => !failure.address.startsWith(address));
    return found;
  }
}

/**
 * The bundles that the page lists, each a language and a path below the root. One that failed is loaded
 * anew the next time.
 */
export class Bundles {
  #loading = new Map();
  #attempts = new Map();

  constructor(root, listed) {
    this.root = root;
    this.listed = listed;
    this.requests = new Requests();
  }

  /** Begin to load what a query is asked of first. */
  warm(query) {
    const [first] = inOrder(this.listed, query);
    if (first) this.#bundle(first).catch(() => {}); // the search itself will tell
  }

  /** The answer of each bundle, as soon as it is there; `query` may be null, for every report. */
  async *find(query) {
    for (const bundle of inOrder(this.listed, query ?? "")) {
      try {
        yield { hits: await this.#findIn(bundle, query) };
      } catch (failed) {
        this.#loading.delete(bundle.path);
        this.#attempts.set(bundle.path, (this.#attempts.get(bundle.path) ?? 0) + 1);
        yield { hits: [], failed };
      }
    }
  }

  #bundle(bundle) {
    if (!this.#loading.has(bundle.path)) this.#loading.set(bundle.path, this.#load(bundle));
    return this.#loading.get(bundle.path);
  }

  // A module of its own for each language, since a module keeps one WebAssembly, and each stems one
  // language; the part behind the # makes it one, and the file is fetched once. A browser may remember
  // that a module could not be loaded, so a second attempt needs another address.
  async #load({ language, path }) {
    const attempt = this.#attempts.get(path) ?? 0;
    const again = attempt ? `?again=${attempt}` : "";
    const engine = await import(new URL(`pagefind/pagefind.js${again}#${language}`, this.root).href);
    const basePath = new URL(path, this.root).pathname;
    return engine.createInstance({ basePath, baseUrl: this.root.pathname, noWorker: true });
  }

  async #findIn(bundle, query) {
    const base = new URL(bundle.path, this.root).href;
    this.requests.take(base);
    const pagefind = await this.#bundle(bundle);
    const found = query === null ? await everyReport(pagefind) : await allParts(pagefind, query);
    const failed = this.requests.take(base);
    if (failed) throw failed;
    const best = [...found.values()].sort((a, b) => b.score - a.score);
    return best.map(({ result }) => ({ key: bundle.path + result.id, data: () => this.#dataOf(bundle, result) }));
  }

  // Pagefind remembers that a report could not be loaded, too.
  async #dataOf(bundle, result) {
    try {
      return await result.data();
    } catch (error) {
      this.#loading.delete(bundle.path);
      throw error;
    }
  }
}

async function everyReport(pagefind) {
  const { results } = await pagefind.search(null);
  return new Map(results.map((result) => [result.id, { result, score: 0 }]));
}

// The reports that have each part of the query.
async function allParts(pagefind, query) {
  let hits = null;
  for (const part of parts(query)) {
    const found = await (part.words ? sequence(pagefind, part.words) : bestOf(pagefind, part));
    for (const [id, hit] of hits ?? []) {
      if (found.has(id)) found.set(id, { ...hit, score: hit.score + found.get(id).score });
    }
    hits = new Map([...found].filter(([id]) => hits === null || hits.has(id)));
  }
  return hits ?? new Map();
}

// Each report's best hit for one of these spellings; the first of them counts most.
async function bestOf(pagefind, spellings) {
  const best = new Map();
  for (const [step, spelling] of spellings.entries()) {
    for (const result of (await pagefind.search(spelling)).results) {
      const score = result.score / (1 + step);
      if (!(best.get(result.id)?.score >= score)) best.set(result.id, { result, score });
    }
  }
  return best;
}

// The reports in which these words stand one after the other. In quotes a word is found as it is, but
// in one place of a report only; without them in all places, and so are words that begin like it.
async function sequence(pagefind, words) {
  let found = null;
  for (const word of words) {
    const { results } = await pagefind.search(word);
    const having = new Set((await pagefind.search(`"${word}"`)).results.map(({ id }) => id));
    const next = new Map();
    for (const result of results) {
      const before = found?.get(result.id);
      if ((found && !before) || !having.has(result.id)) continue;
      const ends = result.words.filter((place) => !before || before.ends.has(place - 1));
      if (ends.length) next.set(result.id, { result, score: result.score + (before?.score ?? 0), ends: new Set(ends) });
    }
    found = next;
  }
  return found ?? new Map();
}
