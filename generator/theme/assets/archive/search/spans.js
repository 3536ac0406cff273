// Spans of time in words: "2011–2016", "2011 – June 2026".

const DAY = 86_400_000; // milliseconds

/** Says spans in the page's language. */
export class Spans {
  /** @param shards all there are: they tell which years are parted. */
  constructor(words, locale, shards) {
    this.words = words;
    this.shards = shards;
    const latin = `${locale}-u-nu-latn-ca-gregory`;
    this.month = new Intl.DateTimeFormat(latin, { year: "numeric", month: "long", timeZone: "UTC" });
  }

  /** A span of spanOf() in words; empty for one without anything in it. */
  say({ first, last, undated }) {
    const dated = first === null ? "" : this.#dated(first, last);
    if (!undated) return dated;
    return dated ? this.words.say("and_undated", { span: dated }) : this.words.say("undated_ones");
  }

  // A month is named where another shard has the rest of its year.
  #dated(first, last) {
    const dated = this.shards.filter((shard) => shard.last !== null);
    const hasBefore = dated.some((shard) => shard.last < first && yearOf(shard.last) === yearOf(first));
    const hasAfter = dated.some((shard) => shard.first > last && yearOf(shard.first) === yearOf(last));
    const from = hasBefore ? this.#month(first) : String(yearOf(first));
    const to = hasAfter ? this.#month(last) : String(yearOf(last));
    if (from === to) return from;
    return hasBefore || hasAfter ? `${from} – ${to}` : `${from}–${to}`;
  }

  #month(day) {
    return this.month.format(new Date(day * DAY));
  }
}

function yearOf(day) {
  return new Date(day * DAY).getUTCFullYear();
}
