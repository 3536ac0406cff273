"""Language by function words: told for reports' own languages, never for a neighbour of theirs."""

from __future__ import annotations

import pytest

from generator.inference.function_words import language_of_words
from generator.inference.language import of_the_body
from generator.inference.reading import begin
from tests.inference.labelled import context, draft_of

_OWN = {
    "en": (
        "The council of Tellin said on Monday that the bridge to Nuwar was closed, and that the ferry "
        "would not sail for three days. Fishermen who had been waiting with their boats were sent "
        "home."
    ),
    "fr": (
        "Le conseil de Tellin a annoncé lundi que les ponts des deux rives sont fermés pour trois "
        "jours, et que le bac ne partira pas. Les pêcheurs qui attendaient avec leur barque ont été "
        "renvoyés."
    ),
    "ar": (
        "قال المجلس في تلين إن الجسر الذي يصل بين الضفتين مغلق منذ الإثنين، وإن العبارة لن تبحر خلال "
        "ثلاثة أيام. وعاد الصيادون الذين كانوا ينتظرون مع قواربهم إلى بيوتهم بعد ساعات من الانتظار "
        "على الرصيف."
    ),
}
_NEIGHBOURS = {
    "nl": (
        "De raad van Tellin heeft maandag gezegd dat de brug naar Nuwar dicht was en dat de veerboot "
        "drie dagen niet zou varen. De vissers, of wie met zijn boot had gewacht, werden door de "
        "politie naar huis gestuurd."
    ),
    "da": (
        "Rådet i Tellin sagde mandag, at broen til Nuwar var lukket, og at færgen ikke ville sejle i "
        "to dage. Fiskerne, der havde ventet med deres både for at komme ud, blev sendt hjem til byen "
        "af politiet."
    ),
    "de": (
        "Der Rat von Tellin teilte am Montag mit, dass die Brücke nach Nuwar gesperrt war und die "
        "Fähre drei Tage lang nicht fahren werde. Die Fischer, die mit ihren Booten gewartet hatten, "
        "wurden nach Hause geschickt."
    ),
    "es": (
        "El consejo de Tellin dijo el lunes que el puente de Nuwar estaba cerrado y que el barco no "
        "saldría en tres días. Los pescadores que esperaban con sus barcas sobre la playa fueron "
        "enviados a casa por la policía."
    ),
    "ca": (
        "El consell de Tellin va dir dilluns que les dues bandes del pont són tancades des de fa una "
        "setmana i que el vaixell no surt. Els pescadors que esperaven amb les seves barques des del "
        "matí van tornar a casa."
    ),
    "it": (
        "Il consiglio di Tellin ha detto lunedì che il ponte per Nuwar è chiuso e che il traghetto "
        "non partirà per tre giorni. I pescatori che aspettavano con le loro barche sono stati "
        "mandati a casa dalla polizia."
    ),
    "pt": (
        "O conselho de Tellin disse na segunda-feira que a ponte para Nuwar foi fechada e que a balsa "
        "não sai por três dias. Os pescadores que esperavam com os seus barcos foram mandados para "
        "casa pela polícia."
    ),
    "ro": (
        "Consiliul din Tellin a spus luni că podul spre Nuwar este închis și că feribotul nu pleacă "
        "trei zile. Pescarii care așteptau cu bărcile lor au fost trimiși acasă de poliție, iar unii "
        "sunt încă pe mal."
    ),
    "fa": (
        "شورای تلین روز دوشنبه گفت که پل بین دو ساحل بسته است و کشتی تا سه روز حرکت نمی‌کند. "
        "ماهیگیرانی که با قایق‌های خود منتظر بودند پس از چند ساعت به خانه برگشتند و هیچ کس به آنان "
        "خبری نداد."
    ),
    "ur": (
        "تلین کی کونسل نے پیر کو کہا کہ دونوں کناروں کے درمیان پل بند ہے اور کشتی تین دن تک نہیں چلے "
        "گی۔ مچھیرے جو اپنی کشتیوں کے ساتھ انتظار کر رہے تھے گھنٹوں بعد گھر واپس چلے گئے۔"
    ),
}


@pytest.mark.parametrize("language", _OWN)
def test_a_language_is_told_by_its_function_words(language: str) -> None:
    assert language_of_words(_OWN[language]) == language


@pytest.mark.parametrize("language", _NEIGHBOURS)
def test_neighbours_are_left_to_the_model(language: str) -> None:
    assert language_of_words(_NEIGHBOURS[language]) == ""
    finding = of_the_body(begin(draft_of(_NEIGHBOURS[language]), context()))
    assert finding is not None
    assert finding.value == language


def test_one_word_again_and_again_tells_nothing() -> None:
    danish = "Han bad for sin mor og for sin far og for sit barn"
    assert language_of_words(f"{danish} {danish} {danish}") == ""


def test_a_few_quoted_words_tell_nothing() -> None:
    dutch = _NEIGHBOURS["nl"]
    assert language_of_words(f"{dutch} {dutch} {dutch} The Sea and How to Cross It") == ""


def test_few_words_tell_nothing() -> None:
    assert language_of_words("The end of the war and the peace that was to follow") == ""
    assert language_of_words("") == ""


def test_letters_of_another_language_are_not_passed_over() -> None:
    """Persian with as many Arabic words as some legal texts have, and Arabic with an English quotation."""
    persian = f"{_OWN['ar']} گفتند که پرونده‌ها"
    assert language_of_words(persian) == "ar"
    finding = of_the_body(
        begin(draft_of(f"{_OWN['ar'][:120]} {_OWN['en'][:90]} {_OWN['ar']}"), context())
    )
    assert finding is not None
    assert finding.value == "ar"
