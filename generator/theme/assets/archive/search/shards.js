// The shards of the index: parts by language and time. Which of them a search needs, and in what order.

import { inOrder, writesAs } from "./query.js";

const DAY = 86_400_000; // milliseconds

/** Days since 1970-01-01 of an ISO date. */
export const dayOf = (date) => Math.round(Date.parse(date) / DAY);

/** The list of all shards, those of the page's own language first, each with its newest first. */
export async function loadShards(root, language) {
  const address = new URL("pagefind/shards.json", root).href;
  const answer = await fetch(address, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  const { shards, others } = await answer.json();
  return shards
    .map((shard) => ({ ...shard, others: others?.[shard.language] }))
    .map((shard) => ({ ...shard, first: shard.first && dayOf(shard.first), last: shard.last && dayOf(shard.last) }))
    .sort((one, other) => (one.language !== language) - (other.language !== language));
}

/** The bytes to load from a shard for this many words; with its columns if results are narrowed. */
export function costOf({ meta, chunk, columns }, words, isNarrowed) {
  return meta + chunk * words + (isNarrowed ? columns : 0);
}

/** The shards that may have what a search asks for, in the order in which to ask them. */
export function relevant(shards, search) {
  const own = shards.filter((shard) => mayHave(shard, search));
  if (search.sort === "oldest") return own.sort(byTime((one, other) => one.first - other.first));
  const newestFirst = byTime((one, other) => other.last - one.last);
  return search.sort === "newest" ? own.sort(newestFirst) : inOrder(own, search.query);
}

function mayHave(shard, { from, to, undated }) {
  const isRange = from !== null || to !== null;
  if (!isRange && !undated) return true;
  const fits = (year) => (from === null || year >= from) && (to === null || year <= to);
  return (undated && shard.undated > 0) || (isRange && shard.years.some(fits));
}

// Shards without any date come last in either order.
function byTime(compare) {
  return (one, other) => (one.last === null) - (other.last === null) || (one.last === null ? 0 : compare(one, other));
}

/**
 * The next shard to ask, or null to stop here. Once there is enough from one language, the others of the
 * query's script are asked as far back; those of another script hardly have its words, and their engine
 * is a third of what a reader loads, so they wait until more is asked for. Where little is left, all of it
 * is asked.
 *
 * @param left relevant shards not asked yet, in their order.
 * @param begun the language that was asked first.
 */
export function nextOf(left, { sort, query }, { isEnough, isLittle, begun }) {
  if (!left.length) return null;
  if (!isEnough || isLittle) return left[0];
  if (sort !== "relevance") return null;
  const older = left.filter(({ language, last }) => language === begun && last !== null);
  if (!older.length) return null;
  const reached = Math.max(...older.map(({ last }) => last));
  const isDue = ({ language, last }) => language !== begun && last !== null && last > reached;
  return left.find((shard) => isDue(shard) && writesAs(shard.language, query)) ?? null;
}

/** The days from and to which dated reports of these shards are from, and whether some have no date. */
export function spanOf(shards) {
  const dated = shards.filter(({ last }) => last !== null);
  return {
    first: dated.length ? Math.min(...dated.map(({ first }) => first)) : null,
    last: dated.length ? Math.max(...dated.map(({ last }) => last)) : null,
    undated: shards.some(({ undated }) => undated > 0),
  };
}

/**
 * A test for the days of hits: whether they stand before anything that shards not asked yet may have.
 *
 * @param left the shards not asked yet.
 */
export function isSure(left, { sort }) {
  if (!left.length || sort === "relevance") return () => true;
  const { first, last } = spanOf(left);
  if (last === null) return (day) => day !== null;
  return (day) => day !== null && (sort === "newest" ? day > last : day < first);
}
