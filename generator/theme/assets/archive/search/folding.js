// Words in Arabic script are looked up under the forms that generator/orthography.py gives the index.

export const ARABIC = /[\u0621-\u064a\u0671-\u06d3]/;
export const WORD = /[\p{L}\p{N}\u064b-\u065f\u0670\u0640\u200b-\u200f]+/gu;
const MARKS = /[\u0610-\u061a\u064b-\u065f\u0670\u0640]/g;
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g;
const SAME_LETTER = { "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي" };
const SHORTEST_STEM = 3;
const LONGEST_WORD = 40;

/** One spelling of a word in Arabic script, as `fold` in generator/orthography.py. */
export function fold(word) {
  const plain = word.normalize("NFKC").replace(MARKS, "").replace(INVISIBLE, "");
  return [...plain].map((letter) => SAME_LETTER[letter] ?? letter).join("");
}

/** The folded forms of a word in Arabic script, as `stems` in generator/orthography.py. */
export function stems(word) {
  return [...new Set(stemsOf(fold(word)))];
}

function stemsOf(word) {
  const found = [word];
  if (word.length > LONGEST_WORD) return found;
  if (/^[وف]/.test(word) && word.length > SHORTEST_STEM) found.push(...stemsOf(word.slice(1)));
  if (word.startsWith("لل") && word.length > SHORTEST_STEM + 1) found.push(`ال${word.slice(2)}`, word.slice(2));
  else if (/^[بكلس]/.test(word) && word.length > SHORTEST_STEM) found.push(...stemsOf(word.slice(1)));
  if (word.startsWith("ال") && word.length > SHORTEST_STEM + 1) found.push(word.slice(2));
  return found;
}

/**
 * The forms under which to look up a word in Arabic script. Whatever the index has under a form with
 * the article, it has under the form without it as well; each form is one more file to load.
 */
export function lookedUp(word) {
  const forms = stems(word);
  const bare = forms.filter((form) => !form.startsWith("ال") || form.length <= SHORTEST_STEM + 1);
  return bare.length ? bare : forms;
}
