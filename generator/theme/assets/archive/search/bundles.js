// Pagefind, asked one shard at a time.

import { longestOf, parts } from "./query.js";

const OF_PAGEFIND = /\.pagefind$|\.pf_[a-z]+$/;
const ENTRY = /\/pagefind-entry\.json$/;
const WASM = /\/(wasm\.[a-z]+\.pagefind)$/;

/**
 * The requests of Pagefind. It takes a part of the index that could not be loaded for one without hits,
 * so every failure is kept. And it asks each shard for what the page has already: its entry stands in
 * the list of shards, and the WebAssembly is one for each language.
 */
class Requests {
  #failed = [];
  #entries = new Map();
  #wasm = new Map();

  constructor(root) {
    this.root = root;
    this.plain = globalThis.fetch.bind(globalThis);
    globalThis.fetch = (resource, options) => this.#watched(resource, options);
  }

  /** Answer the request for a shard's entry with this. */
  know(base, entry) {
    this.#entries.set(base, entry);
  }

  /** The first failure below an address, forgotten with all others there. */
  take(address) {
    const found = this.#failed.find((failure) => failure.address.startsWith(address))?.error;
    this.#failed = this.#failed.filter((failure) => !failure.address.startsWith(address));
    return found;
  }

  async #watched(resource, options) {
    const { origin, pathname, href } = new URL(resource, document.baseURI);
    const address = origin + pathname;
    const entry = this.#entries.get(address.replace(ENTRY, "/"));
    if (entry && ENTRY.test(address)) return new Response(JSON.stringify(entry));
    const wasm = address.startsWith(this.root.href) && WASM.exec(address);
    try {
      return wasm ? await this.#wasmOf(wasm[1]) : await this.#answer(resource, options, href);
    } catch (error) {
      if (OF_PAGEFIND.test(address)) this.#failed.push({ address, error });
      throw error;
    }
  }

  async #answer(resource, options, href) {
    const answer = await this.plain(resource, options);
    if (!answer.ok) throw new Error(`${answer.status} ${href}`);
    return answer;
  }

  async #wasmOf(name) {
    const address = new URL(`pagefind/${name}`, this.root).href;
    if (!this.#wasm.has(name)) {
      const loading = this.#answer(address, {}, address).then((answer) => answer.arrayBuffer());
      loading.catch(() => this.#wasm.delete(name)); // the next attempt asks again
      this.#wasm.set(name, loading);
    }
    return new Response(await this.#wasm.get(name));
  }
}

/** The shards as Pagefind has them; what failed is loaded anew the next time. */
export class Bundles {
  #modules = new Map(); // Pagefind's module of each language
  #ready = new Map(); // the first shard of each language: it brings the WebAssembly
  #loading = new Map();
  #attempts = new Map();

  constructor(root) {
    this.root = root;
    this.requests = new Requests(root);
  }

  /** Begin to load a shard that will be asked. */
  warm(shard) {
    this.#instance(shard).catch(() => {}); // the search itself will tell
  }

  /** The hits of a shard, the best first, or why there are none; `query` may be null, for every report. */
  async find(shard, query) {
    try {
      return { hits: await this.#findIn(shard, query), failed: null };
    } catch (failed) {
      this.#loading.delete(shard.path);
      return { hits: [], failed };
    }
  }

  #instance(shard) {
    if (!this.#loading.has(shard.path)) this.#loading.set(shard.path, this.#load(shard));
    return this.#loading.get(shard.path);
  }

  // A language's shards share one WebAssembly; it must not be replaced once a shard lives in it. So the
  // first one is loaded by itself, and others after it.
  async #load(shard) {
    const engine = await this.#module(shard.language);
    const isKnown = await this.#ready.get(shard.language)?.then(() => true, () => false);
    if (isKnown) return this.#create(engine, shard);
    if (this.#ready.has(shard.language)) return this.#load(shard); // another one begins already
    const first = this.#create(engine, shard);
    this.#ready.set(shard.language, first);
    first.catch(() => this.#ready.delete(shard.language));
    return first;
  }

  // A module of its own for each language, since a module keeps one WebAssembly, and each stems one
  // language; the part behind the # makes it one, and the file is fetched once. A browser may remember
  // that a module could not be loaded, so a second attempt needs another address.
  async #module(language) {
    if (!this.#modules.has(language)) {
      const attempt = this.#attempts.get(language) ?? 0;
      const again = attempt ? `?again=${attempt}` : "";
      const loading = import(new URL(`pagefind/pagefind.js${again}#${language}`, this.root).href);
      loading.catch(() => {
        this.#modules.delete(language);
        this.#attempts.set(language, attempt + 1);
      });
      this.#modules.set(language, loading);
    }
    return this.#modules.get(language);
  }

  async #create(engine, { path, entry }) {
    const base = new URL(path, this.root);
    this.requests.know(base.href, entry);
    const pagefind = engine.createInstance({ basePath: base.pathname, baseUrl: this.root.pathname, noWorker: true });
    await pagefind.filters?.(); // there are none, but then it is ready
    return pagefind;
  }

  async #findIn(shard, query) {
    const base = new URL(shard.path, this.root).href;
    this.requests.take(base);
    const pagefind = await this.#instance(shard);
    const found = query === null ? await everyReport(pagefind) : await allParts(pagefind, query);
    const failed = this.requests.take(base);
    if (failed) throw failed;
    const best = [...found.values()].sort((a, b) => b.score - a.score);
    return best.map(({ result, score }) => ({
      key: shard.path + result.id,
      score,
      shard,
      data: () => this.#dataOf(shard, result),
    }));
  }

  // Pagefind remembers that a report could not be loaded, too.
  async #dataOf(shard, result) {
    try {
      return await result.data();
    } catch (error) {
      this.#loading.delete(shard.path);
      throw error;
    }
  }
}

async function everyReport(pagefind) {
  const { results } = await pagefind.search(null);
  return new Map(results.map((result) => [result.id, { result, score: 0 }]));
}

// The reports that have each part of the query. What is rare is asked first, as far as its length tells,
// and where a shard has none of it, nothing more is loaded from there.
async function allParts(pagefind, query) {
  let hits = null;
  const [longest, ...others] = parts(query).sort((one, other) => other[0].length - one[0].length);
  if (!longest || !(await hasLongestWord(pagefind, longest))) return new Map();
  for (const part of [longest, ...others]) {
    if (hits?.size === 0) break;
    const found = await bestOf(pagefind, part);
    for (const [id, hit] of hits ?? []) {
      if (found.has(id)) found.set(id, { ...hit, score: hit.score + found.get(id).score });
    }
    hits = new Map([...found].filter(([id]) => hits === null || hits.has(id)));
  }
  return hits ?? new Map();
}

// Whether a shard has the longest of several words at all; Pagefind would load what it has of each of them.
async function hasLongestWord(pagefind, [spelling]) {
  const words = spelling.startsWith('"') ? [] : spelling.split(/\s+/);
  if (words.length < 2) return true;
  return (await pagefind.search(longestOf(words))).results.length > 0;
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
