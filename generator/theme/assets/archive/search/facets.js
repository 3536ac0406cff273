// What results are narrowed by: the columns of generator/outputs/_facets.py, and counting over them.

const DAY = 86_400_000; // milliseconds
const NAMES = ["source", "author", "language"];
const YEARS = "years";

async function fetched(address, options = {}) {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}

/** The rows of one shard: for each record its day, its years, and its values in each group. */
function* rowsOf({ ids, days, years, groups, broader, tags, names }) {
  const otherYears = new Map(years.map(([row, ...several]) => [row, several]));
  const terms = Object.entries(groups).flatMap(([group, values]) => values.map((value) => [group, value]));
  let day = 0;
  for (const [row, id] of ids.entries()) {
    const isDated = row < days.length;
    if (isDated) day += days[row];
    const own = isDated ? [new Date(day * DAY).getUTCFullYear()] : [];
    const values = new Map();
    const add = (group, value) => values.set(group, (values.get(group) ?? new Set()).add(value));
    for (let term of tags[row]) {
      for (; term >= 0; term = broader[term]) add(...terms[term]);
    }
    for (const name of NAMES) {
      for (const number of names[name].of[row]) add(name, names[name].values[number]);
    }
    yield [id, { day: isDated ? day : null, years: otherYears.get(row) ?? own, values }];
  }
}

/** Days, years and values of the records of some shards, by the key of a hit. */
export class Facets {
  #loading = new Map();
  #covered = new Set();

  /** Load what values are called in the page's language. */
  static async load(root, language) {
    return new Facets(root, await fetched(new URL(`pagefind/labels.${language}.json`, root).href, { cache: "no-cache" }));
  }

  constructor(root, { groups, labels }) {
    this.root = root;
    this.rows = new Map();
    this.groups = groups.map(([name, label]) => ({ name, label }));
    this.labels = labels;
  }

  /** Whether the columns of a shard are here. */
  covers({ path }) {
    return this.#covered.has(path);
  }

  /** Whether there are any columns here. */
  get isEmpty() {
    return !this.#covered.size;
  }

  /** Load the columns of a shard; those that failed are loaded anew the next time. */
  async cover(shard) {
    if (!this.#loading.has(shard.path)) {
      const loading = this.#load(shard);
      loading.catch(() => this.#loading.delete(shard.path));
      this.#loading.set(shard.path, loading);
    }
    await this.#loading.get(shard.path);
  }

  // The digest makes it an address of its own, so that the columns always fit the index.
  async #load({ path, facets }) {
    const columns = await fetched(new URL(`${path}facets.json?${facets}`, this.root).href);
    for (const [id, row] of rowsOf(columns)) this.rows.set(path + id, row);
    this.#covered.add(path);
  }

  /** Whether a group has this value. */
  has(group, value) {
    return Object.hasOwn(this.labels, group) && Object.hasOwn(this.labels[group], value);
  }

  /** The name of a value in the page's language. */
  label(group, value) {
    return this.labels[group][value];
  }

  /** The same search without values that nothing has. */
  known(search) {
    return { ...search, chosen: search.chosen.filter(([group, value]) => this.has(group, value)) };
  }

  /** Every record that is covered, as hits without their texts, to count over. */
  all() {
    return [...this.rows.keys()].map((key) => ({ key }));
  }

  /** The hits that satisfy a search: one of the values chosen in each group, but for one left out. */
  narrowed(hits, search, except = "") {
    const tests = this.#tests(search).filter(([group]) => group !== except);
    if (!tests.length) return hits;
    return hits.filter(({ key }) => {
      const row = this.rows.get(key);
      return row !== undefined && tests.every(([, test]) => test(row));
    });
  }

  #tests(search) {
    const byGroup = grouped(search.chosen);
    const tests = [...byGroup].map(([group, pairs]) => {
      const wanted = pairs.map(([, value]) => value);
      return [group, ({ values }) => wanted.some((value) => values.get(group)?.has(value))];
    });
    const { from, to, undated } = search;
    const isRange = from !== null || to !== null;
    if (!isRange && !undated) return tests;
    const fits = (year) => (from === null || year >= from) && (to === null || year <= to);
    const test = ({ years }) => (undated && !years.length) || (isRange && years.some(fits));
    return [...tests, [YEARS, test]];
  }

  /** How many of the hits have each value of a group, as the other groups narrow them. */
  counts(hits, search, group) {
    const counts = new Map();
    for (const { key } of this.narrowed(hits, search, group)) {
      for (const value of this.rows.get(key)?.values.get(group) ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  }

  /** The earliest day of a hit, in days since 1970-01-01; null for an undated one. */
  day({ key }) {
    return this.rows.get(key)?.day ?? null;
  }

  /** The years that each hit may be from, none for an undated one; of hits as the groups narrow them. */
  years(hits, search) {
    const rows = this.narrowed(hits, search, YEARS).map(({ key }) => this.rows.get(key));
    return rows.filter((row) => row !== undefined).map(({ years }) => years);
  }

  /** The hits in the order of a search; the undated come last in either order of date. */
  sorted(hits, { sort }) {
    if (sort === "relevance") return hits;
    const sign = sort === "newest" ? -1 : 1;
    return [...hits].sort((one, other) => {
      const [a, b] = [this.day(one), this.day(other)];
      if (a === null || b === null) return (a === null) - (b === null);
      return sign * (a - b);
    });
  }
}

function grouped(pairs) {
  const groups = new Map();
  for (const pair of pairs) groups.set(pair[0], [...(groups.get(pair[0]) ?? []), pair]);
  return groups;
}
