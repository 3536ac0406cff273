"""Source by the organisation that makes a statement, and never by whoever condemns in the news."""

from __future__ import annotations

import pytest

from tests.inference.labelled import fields, inferred_from

_REST = (
    "Three of its members were taken from a café near the ferry on Sunday evening by men in a car without"
    " plates, and nobody has told their families since where they are held or what they are accused of."
)


def source_of(text: str) -> object:
    return fields(f"{text}\n\n{_REST}\n").get("source")


@pytest.mark.parametrize(
    "lead",
    [
        "The Tellin Centre for Justice condemns the arrest of three lawyers in Nuwar.",
        "Nuwar, 4 May 2015 – The Tellin Centre for Justice (TCJ) is deeply concerned by the arrest of three.",
        "Tellin Centre for Justice strongly urges the ministry to say where they are.",
    ],
)
def test_who_demands_where_a_text_begins_wrote_it(lead: str) -> None:
    assert source_of(f"Three lawyers arrested\n\n{lead} {_REST}") == "Tellin Centre for Justice"


@pytest.mark.parametrize(
    "lead",
    [
        "The Tellin Centre for Justice condemned the arrest of three lawyers in Nuwar on Monday.",
        "Three lawyers are missing, and the Tellin Centre for Justice condemns their arrest.",
        "Mary Torvald condemns the arrest in a letter that her office made public on Monday.",
        "President Osric Maren welcomes the verdict and says that the matter is closed now.",
    ],
)
def test_news_of_a_demand_is_not_its_authors(lead: str) -> None:
    assert source_of(f"Three lawyers arrested\n\n{lead} {_REST}") is None


def test_in_french_its_name_stands_alone_as_well() -> None:
    lead = f"La Ligue tellinoise des droits exprime sa vive préoccupation. {_REST}"
    assert source_of(f"Trois avocats arrêtés\n\n{lead}") is None
    signed = f"Trois avocats arrêtés\n\n{lead}\n\n{_REST}\n\nLigue tellinoise des droits (LTD)\n"
    finding = inferred_from(signed.encode(), "report.txt").findings["source"]
    assert finding.value == "Ligue tellinoise des droits"
    assert finding.evidence.startswith("speaks for itself")


def test_in_arabic_its_name_stands_alone_as_well() -> None:
    rest = (
        "وكان ثلاثة من أعضائه قد اقتيدوا مساء الأحد من مقهى قرب العبارة إلى جهة لا يعرفها أهلهم حتى اليوم،"
        " ولم يقل أحد بماذا يتهمون."
    )
    lead = (
        f"يدين مركز تلين للعدالة اعتقال ثلاثة محامين في نوار ويطالب بالكشف عن مكانهم فوراً. {rest}"
    )
    text = f"ثلاثة محامين معتقلون في نوار منذ الأحد\n\n{lead}\n\n{rest}\n"
    assert "source" not in inferred_from(text.encode(), "report.txt").findings
    signed = f"{text}\nمركز تلين للعدالة\n"
    assert (
        inferred_from(signed.encode(), "report.txt").findings["source"].value == "مركز تلين للعدالة"
    )


def test_an_agency_that_tells_of_a_statement_is_its_source() -> None:
    lead = f"NUWAR (Reuters) - The Tellin Centre for Justice condemns the arrest. {_REST}"
    assert source_of(f"Three lawyers arrested\n\n{lead}") == "Reuters"


def test_in_french_letters_show_where_a_name_ends() -> None:
    lead = "La Ligue tellinoise des droits (LTD) se félicite du verdict rendu hier."
    assert source_of(f"Huit miliciens condamnés\n\n{lead} {_REST}") == "Ligue tellinoise des droits"
    told = "La Ligue tellinoise des droits (LTD) avait condamné le verdict rendu hier."
    assert source_of(f"Huit miliciens condamnés\n\n{told} {_REST}") is None


def test_who_says_we_in_a_paragraph_wrote_it() -> None:
    story = f"Shells fell on the harbour at dawn. {_REST}"
    ours = "We, at the Tellin Observatory for Human Rights, renew our call to all sides to spare civilians."
    assert source_of(f"Shells fall on Nuwar\n\n{story}\n\n{ours}") == (
        "Tellin Observatory for Human Rights"
    )
    others = (
        "“We in the Northern Valley want to go home,” said Odran Vesk, who bakes bread in Nuwar."
    )
    assert source_of(f"Shells fall on Nuwar\n\n{story}\n\n{others}") is None


_OBSERVATORY = "Tellin Observatory for Human Rights"
_HEADING = f"Shells fall on Nuwar • The {_OBSERVATORY}\n\nShells fall on Nuwar"


@pytest.mark.parametrize(
    "lead",
    [
        f"Shells fell on the harbour. The {_OBSERVATORY} documented the death of five civilians.",
        "Reliable sources informed the Tellin Observatory that shells fell on the harbour at dawn.",
        f"Shells fell on the harbour at dawn, the {_OBSERVATORY} said today.",
    ],
)
def test_what_the_sites_own_people_found_is_theirs(lead: str) -> None:
    assert source_of(f"{_HEADING}\n\n{lead} {_REST}") == _OBSERVATORY


@pytest.mark.parametrize(
    ("heading", "lead"),
    [
        (_HEADING, f"Shells fell on the harbour, according to the {_OBSERVATORY}."),
        (_HEADING, "Shells fell on the harbour. The Marsa Observatory documented five deaths."),
        ("Shells fall on Nuwar • Tarn Post", f"The {_OBSERVATORY} documented five deaths."),
    ],
)
def test_what_others_found_and_who_is_quoted_is_not(heading: str, lead: str) -> None:
    assert source_of(f"{heading}\n\n{lead} {_REST}") is None


def test_a_site_that_is_no_body_finds_nothing_but_says_it_today() -> None:
    title = "Shells fall on Nuwar"
    head = f"<title>{title}</title><meta property='og:site_name' content='Northern Valley'>"
    for lead, source in (("published five names", None), ("said today", "Northern Valley")):
        paragraphs = (
            f"<p>Northern Valley {lead} of people from Nuwar. {_REST}</p>" + f"<p>{_REST}</p>" * 4
        )
        page = f"<html><head>{head}</head><body><h1>{title}</h1>{paragraphs}</body></html>"
        found = inferred_from(page.encode(), "page.html").findings.get("source")
        assert (found.value if found else None) == source


def test_letters_that_a_site_is_called_by_are_spelt_in_the_lead() -> None:
    lead = "The Joint Support Mission in Tellin (UNSMIT) documented the death of five civilians in May."
    paragraphs = f"<p>{lead} {_REST}</p>" + f"<p>{_REST}</p>" * 4
    title = "Civilians hurt in May, mission says"
    head = f"<title>{title} | UNSMIT</title><meta property='og:site_name' content='UNSMIT'>"
    page = f"<html><head>{head}</head><body><h1>{title}</h1>{paragraphs}</body></html>"
    found = inferred_from(page.encode(), "page.html").findings
    assert found["source"].value == "Joint Support Mission in Tellin"


def test_in_arabic_letters_show_where_a_name_ends() -> None:
    lead = (
        "يدين المركز التليني للحريات والعدالة (سفاد) الحكم الصادر أمس عن محكمة أمن الدولة في نوار."
    )
    more = "وكانت المدافعات الثلاث قد اعتقلن في آذار الماضي على خلفية إعداد تقرير حول أوضاع النساء في السجن."
    assert (
        source_of(f"الحكم بسجن ثلاث مدافعات عن الحقوق\n\n{lead} {more}")
        == "المركز التليني للحريات والعدالة"
    )


def test_in_a_release_the_occasion_may_stand_first() -> None:
    lead = "À l'occasion du huitième anniversaire, la Ligue tellinoise des droits (LTD) demande un procès."
    head = "Huit ans après, les victimes attendent"
    assert (
        source_of(f"COMMUNIQUÉ DE PRESSE\n\n{head}\n\n{lead} {_REST}")
        == "Ligue tellinoise des droits"
    )
    assert source_of(f"{head}\n\n{lead} {_REST}") is None


def test_letters_beside_the_name_of_a_site_stand_for_it() -> None:
    name = "Tellin Network for Documentation and Rights"
    lead = "TNDR documented in the first six months of the year no fewer than 1,126 arrests."
    text = f"{name} (TNDR)\n\nNo fewer than 1,126 arrests documented in Tellin this year\n\n{lead} {_REST}"
    assert source_of(text) == name


def test_an_observatory_above_its_own_count_is_the_source() -> None:
    name, head = (
        "المرصد التليني لحقوق الإنسان",
        "حصيلة الشهداء في تلين ليوم الجمعة: 61 بينهم 9 أطفال",
    )
    lead = f"ارتفع إلى 61 عدد الشهداء الذين قضوا اليوم الجمعة في عموم المحافظات. كما وثق {name} مصرع 22 جنديا."
    more = "وقتل ثلاثة مقاتلين خلال اشتباكات في محيط السد، ولم يتمكن الأهالي من الوصول إلى المشفى في المدينة."
    assert source_of(f"{head}\n\n{name}\n\n{head}\n\n{lead} {more}") == name
    assert source_of(f"{head}\n\nتلين اليوم\n\n{head}\n\n{lead} {more}") is None
