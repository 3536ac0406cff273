// What a reader typed, as what Pagefind is asked for.

import { ARABIC, WORD, fold, lookedUp } from "./folding.js";

const QUOTES = /[«»“”„‟＂]/g;
const IN_ARABIC_SCRIPT = new Set(["ar", "ckb", "fa", "ps", "sd", "ug", "ur"]);

/**
 * What a query asks for: phrases in quotes, words in Arabic script, and its other words together. A
 * report has to have each part, in one of the spellings listed. Arabic words stand in quotes because
 * Pagefind takes a word that it doesn't know, such as one with another prefix, for any shorter one.
 */
export function parts(query) {
  const { phrases, arabic, others } = taken(query);
  return [
    ...phrases.map((phrase) => [`"${inSequence(phrase)}"`]),
    ...arabic.map((word) => lookedUp(word).map((form) => `"${form}"`)),
    ...(/[\p{L}\p{N}]/u.test(others) ? [[others]] : []),
  ];
}

/** A query taken apart: its phrases without their quotes, its words in Arabic script, the rest as one text. */
export function taken(query) {
  const plain = query.replace(QUOTES, '"');
  const phrases = [...plain.matchAll(/"([^"]+)"/g)].map((match) => match[1].trim()).filter(Boolean);
  const words = plain.replace(/"[^"]+"/g, " ").replace(/"/g, " ");
  const arabic = (words.match(WORD) ?? []).filter((word) => ARABIC.test(fold(word)));
  const others = words.replace(WORD, (word) => (arabic.includes(word) ? " " : word)).trim();
  return { phrases, arabic, others };
}

/** The longest of some words, which is mostly the rarest; of two the first. */
export function longestOf(words) {
  return words.reduce((one, other) => (other.length > one.length ? other : one));
}

// The forms of an Arabic word all stand in its place, so that a phrase needs one of them only.
function inSequence(phrase) {
  return ARABIC.test(phrase) ? phrase.replace(WORD, (word) => (ARABIC.test(fold(word)) ? lookedUp(word)[0] : word)) : phrase;
}

/** The query without the quotes around its phrases, or an empty text where it has none. */
export function withoutQuotes(query) {
  const plain = query.replace(QUOTES, '"');
  return /"[^"]+"/.test(plain) ? plain.replaceAll('"', " ").replace(/\s+/g, " ").trim() : "";
}

/** The bundles in the order to ask them: those whose language writes as the query does come first. */
export function inOrder(bundles, query) {
  return [...bundles].sort((one, other) => writesAs(other.language, query) - writesAs(one.language, query));
}

/** Whether a language is written in the script of a query; every one is in that of a number. */
export function writesAs(language, query) {
  return !/\p{L}/u.test(query) || isInArabicScript(language) === ARABIC.test(query);
}

/** Whether a language is written in Arabic script. */
export function isInArabicScript(language) {
  return IN_ARABIC_SCRIPT.has(language);
}
