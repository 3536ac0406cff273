// One query, put to one shard after the other: what was asked, what was found, what is left.

import { costOf, isSure, nextOf, relevant } from "./shards.js";
import { parts } from "./query.js";

const BUDGET = 150_000; // bytes to load from shards before a reader is asked whether to go on
const FIRST = 30_000; // of them for the first results: the engines of two languages take 150 kB besides
const COLUMNS_BUDGET = 120_000; // bytes of columns to load because the panel was opened
const AHEAD = 3; // shards that are asked at once where it is clear that one will not do

/** What a query found so far. The query may be empty, for every report. */
export class Inquiry {
  #asked = new Set();
  #answers = new Map();
  #uncovered = new Set();
  hits = [];
  failed = null;

  /**
   * @param shards all there are; those of a language that certainly lacks a word are taken out on the way.
   */
  constructor(bundles, others, shards, query) {
    Object.assign(this, { bundles, others, shards, query });
    this.words = query ? parts(query).flatMap((spellings) => spellings.flatMap((spelling) => spelling.split(/\s+/))).length : 0;
  }

  /** What failed is asked again. */
  again() {
    for (const path of this.#uncovered) this.#asked.delete(path);
    this.hits = this.hits.filter(({ shard }) => this.#asked.has(shard.path));
    this.#uncovered.clear();
    this.failed = null;
  }

  /** The shards that answered or failed to. */
  get asked() {
    return this.shards.filter(({ path }) => this.#asked.has(path));
  }

  /** The shards that a search still has to ask, or the columns of which it still has to load. */
  left(search, facets) {
    const isDone = (shard) => this.#asked.has(shard.path) && (!facets || facets.covers(shard) || this.#uncovered.has(shard.path));
    return relevant(this.shards, search).filter((shard) => !isDone(shard));
  }

  /** About how many bytes these shards take. */
  cost(shards, facets) {
    return shards.reduce((sum, shard) => sum + costOf(shard, this.words, Boolean(facets)), 0);
  }

  /**
   * Ask until there are `wanted` results, or some and `budget` is spent; of a search that begins the
   * smaller one. Without any result it goes on to the end, and where little is left, too. Yields after
   * each shard.
   */
  async *ask(search, { facets, wanted, budget = BUDGET }) {
    const limit = budget === BUDGET && !this.#asked.size ? FIRST : budget;
    let spent = 0;
    for (;;) {
      const [{ language: begun } = {}] = relevant(this.shards, search);
      const left = this.left(search, facets);
      const count = this.count(search, facets);
      const isEnough = count >= wanted || (count > 0 && spent >= limit);
      const isLittle = this.cost(left, facets) <= budget - spent;
      const next = nextOf(left, search, { isEnough, isLittle, begun });
      if (!next) return;
      if (await this.#rulesOut(next)) continue;
      const isFar = wanted === Infinity || (!count && this.#asked.size > 0);
      const alike = left.filter(({ language }) => language === next.language);
      if (isFar) for (const shard of alike.slice(0, AHEAD)) this.#answer(shard);
      await this.#ask(next, facets);
      spent += this.cost([next], facets);
      yield next;
    }
  }

  /** How many hits satisfy a search. */
  count(search, facets) {
    return this.#fitting(search, facets).length;
  }

  /**
   * The hits that satisfy a search, in its order; `fixed` ones stay where they are, at the beginning.
   * In an order of date only those are among them that no shard left could have one before.
   */
  arranged(search, facets, fixed = []) {
    const hits = this.#byRank(this.#fitting(search, facets), search);
    if (facets && search.sort !== "relevance") {
      const sure = isSure(this.left(search, facets), search);
      return facets.sorted(hits, search).filter((hit) => sure(facets.day(hit)));
    }
    const taken = new Set(fixed.map(({ key }) => key));
    return [...fixed, ...hits.filter(({ key }) => !taken.has(key))];
  }

  /** Load columns of shards that were asked, the newest first, as far as a panel may; whether there are any. */
  async cover(facets) {
    const shards = this.query ? this.asked : relevant(this.shards, { query: "", from: null, to: null, sort: "newest" });
    let spent = 0;
    const wanted = shards.filter((shard, place) => {
      if (!facets.covers(shard)) spent += shard.columns;
      return facets.covers(shard) || !place || spent <= COLUMNS_BUDGET;
    });
    const loaded = await Promise.allSettled(wanted.map((shard) => facets.cover(shard)));
    for (const { reason } of loaded) if (reason) console.error(reason);
    return !wanted.length || loaded.some(({ status }) => status === "fulfilled");
  }

  // The best first, of the language that is asked first before those of others; of two alike, the newer one.
  #byRank(hits, { query }) {
    const [{ language: begun } = {}] = relevant(this.shards, { query, from: null, to: null, sort: "relevance" });
    const rank = ({ shard }) => (shard.language === begun ? 0 : 1);
    const newest = ({ shard }) => shard.last ?? -Infinity;
    const compare = (one, other) => rank(one) - rank(other) || other.score - one.score || Math.sign(newest(other) - newest(one));
    return [...hits].sort(compare);
  }

  // Without columns, results stay as they were found; without a query there are none.
  #fitting(search, facets) {
    if (!facets) return search.query ? this.hits : [];
    return facets.narrowed(this.hits, search).filter(({ shard }) => facets.covers(shard));
  }

  // No shard of a language has anything, if that lacks a word: then it is as if there were none of them.
  async #rulesOut({ language, others }) {
    if (!(await this.others.lack({ language, others }, this.query))) return false;
    this.shards = this.shards.filter((shard) => shard.language !== language);
    return true;
  }

  #answer(shard) {
    if (!this.#asked.has(shard.path) && !this.#answers.has(shard.path)) {
      this.#answers.set(shard.path, this.bundles.find(shard, this.query || null));
    }
    return this.#answers.get(shard.path);
  }

  async #ask(shard, facets) {
    const covering = facets?.cover(shard).catch((error) => error);
    const { hits, failed } = (await this.#answer(shard)) ?? { hits: [], failed: null };
    const uncovered = await covering;
    this.#answers.delete(shard.path);
    this.#asked.add(shard.path);
    this.hits = [...this.hits, ...hits];
    const error = failed ?? uncovered ?? null;
    if (!error) return;
    console.error(error);
    this.#uncovered.add(shard.path);
    if (failed) this.failed ??= failed;
    else if (!facets.isEmpty) this.failed ??= uncovered; // otherwise there is nothing to narrow by at all
  }
}
