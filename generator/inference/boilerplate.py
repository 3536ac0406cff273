"""Lines that pages put around a story: cookie notices, share buttons, related links, counters.

Only short lines are ever dropped, and only what such a line says as a whole: a paragraph of the
report never goes.
"""

from __future__ import annotations

import re

from generator.inference.reading import Reading, is_code, is_story
from generator.inference.sections import names_many_sections
from generator.inference.teasers import teasers_below
from generator.inference.trimmings import without_trimmings
from generator.model import Finding

_LONGEST = 200
_LINK_LENGTH = 110
_MANY_ICONS = 8
_TOP_LINES, _TOP_OF_PAGE = 6, 40
_SENTENCE_END = re.compile(r"[.!?؟۔”»\"]$")

_NUMBER = r"[\d٠-٩][\d٠-٩.,٬]*\s*[km]?"
_SHARE = (
    r"facebook|twitter|x|whatsapp|telegram|e-?mail|print|linkedin|pinterest|reddit|copy link|tweet"
    r"|tumblr|messenger|pocket|instagram|youtube|فيسبوك|تويتر|واتساب|تلغرام|تيليغرام|طباعة|بريد"
)

_LANGUAGE = (
    r"english|français|deutsch|español|português|italiano|türkçe|русский|العربية|عربي|فارسی|کوردی|kurdî"
    r"|中文|日本語|한국어|हिन्दी|বাংলা|اردو|bahasa(?: indonesia)?|kiswahili|українська|ελληνικά|nederlands"
    r"|polski|עברית|shqip|hrvatski|bosanski|српски|kreyòl|kwéyol|french|german|arabic|spanish|portuguese"
    r"|russian|chinese|persian|turkish|italian"
)
"""A language as it calls itself, in small letters: rows of them lead to a site's other editions."""

_TOOL = (
    r"شارك برأيك|أرسل لصديق|أرسل المقال|اطبع|طباعة|إرسال|خط كبير|خط صغير|تكبير الخط|تصغير الخط"
    r"|حجم الخط\s*:?[\s+-]*"
)
"""What an Arabic page offers to do with it."""

_COOKIES = re.compile(
    r"\b(?:uses?|use of|accept(?: all)?|our) cookies\b"
    r"|\bcookies? (?:policy|settings|preferences|to (?:give|improve|ensure|offer))\b"
    r"|\b(?:utilisons|utilise|utilisation de|accepter (?:les|tous les)) (?:des )?cookies\b"
)
_ARABIC_COOKIES = "ملفات تعريف الارتباط"
_WHOLE_LINE = re.compile(  # of lines in small letters
    "|".join(
        (
            r"(?:accept|reject)(?: all)?|manage settings|i agree|got it|tout (?:accepter|refuser)"
            r"|(?:j'accepte|continuer sans accepter|paramétrer les cookies)|قبول الكل|موافق|أوافق",
            rf"(?:share|partager|tweet|pin|send)(?: this(?: article| story| page)?)?"
            rf"(?:\s+(?:on|via|by|to|with|sur|par)\s+(?:{_SHARE}))?\s*:?",
            r"(?:click to )?(?:share|e-?mail|print)(?: (?:on|this|a link to)\b.{0,40})",
            rf"(?:{_SHARE})(?:\s*[|,•·/]?\s*(?:{_SHARE}|share))*",
            rf"(?:share|post to)\s+(?:{_SHARE})(?:\s+(?:{_SHARE}))*",
            rf"(?:(?:{_SHARE}|rss|blogger|flickr|vimeo|google\+?)\s+){{4,}}.{{0,90}}",
            r"you are here\s*:?|أنت هنا\s*:?|vous êtes ici\s*:?|\[?an error occurred while processing this .*"
            r"|watch one-minute world news",
            r"(?:شارك|شاركها|شاركه|مشاركة|شارك هذا|انشر)"
            r"(?:\s+(?:على|عبر|المقال|الخبر|الموضوع|المنشور|مع|في))*"
            rf"\s*(?:{_SHARE}|الأصدقاء)?\s*:?",
            r"like this:?|like loading\.*|loading\.*|be the first to like this\.?|liked by.*",
            r"(?:related|more on this|see also|read (?:also|more|next)|also read|most (?:read|popular)"
            r"|recommended|you may (?:also )?like|lire aussi|à lire aussi|voir aussi)\s*[:\-–].*",
            r"(?:اقرأ|إقرأ|اقرا|شاهد|طالع)\s+(?:أيضاً?|ايضا|أيضًا|المزيد|كذلك)\b.*",
            r"(?:مواضيع|مقالات|أخبار) (?:ذات صلة|متعلقة|مشابهة).*",
            r"(?:tags?|keywords?|filed under|categories|category|topics?|mots-clés)\s*:.*",
            r"(?:posted|published|filed) in\s*:?\s+(?!\d|.*\b(?:19|20)\d\d\b).{1,60}",
            r"(?:الوسوم|وسوم|الكلمات المفتاحية|كلمات مفتاحية|التصنيف|تصنيفات)\s*:.*",
            r"(?:advertisement|sponsored|publicité|إعلان|إعلانات|ads by .*)",
            r"(?:réagir (?:à|sur) cet article|réagissez.{0,40}|laisser un commentaire.{0,20}"
            r"|(?:ajouter|écrire) un commentaire|signaler (?:une erreur|un abus)|imprimer(?: cet article)?"
            r"|envoyer (?:par e-?mail|à un ami)|copier le lien|lecture\s*:?\s*\d+ min\w*\.?)",
            r"(?:subscribe|sign up|abonnez-vous|register)\b(?!.*[.!?]$).{0,90}",
            r"(?:subscribe|sign up) (?:to|for) (?:our|the) .{0,80}",
            r"(?:اشترك|سجّل|انضم)\s+(?:في|إلى|الآن).{0,80}",
            r"(?:please |you (?:have|need) to )?enable javascript\b.{0,110}"
            r"|javascript (?:is|must be|seems to be)\b.{0,90}"
            r"|(?:veuillez |merci d['’])?activer javascript\b.{0,90}|javascript (?:est|doit être)\b.{0,90}",
            r"follow us\b.{0,60}|تابعنا.{0,60}|تابعونا.{0,60}"
            r"|تابعوا (?:أخبار|صفحت|صفحات|حساب|قنات|قناة).{0,80}",
            rf"{_NUMBER}\s*(?:views?|reads?|comments?|shares?|likes?|vues?|commentaires?"
            rf"|min(?:ute)?s? read|مشاهدات?|مشاهدة|تعليقات?|تعليق|قراءة|زيارة)"
            rf"(?:\s*[|•·,]\s*{_NUMBER}\s*\w+)*(?:\s+(?:{_SHARE}|share|pin)\b)*",
            rf"(?:views?|reads?|comments?|vues?|عدد (?:المشاهدات|التعليقات|القراءات|الزيارات)"
            rf"|المشاهدات|التعليقات|المشاهدات)\s*:?\s*\(?{_NUMBER}\)?",
            r"(?:leave|post|add) a (?:comment|reply)|no comments(?: yet)?|comments are closed.*"
            r"|أضف تعليقا?ً?|اترك تعليقا?ً?.*|لا تعليقات|إرسال تعليق|(?:ال)?تعليقات|(?:post a )?comments?",
            r"(?:donate(?: now)?|faire un don|je donne|تبر[ّع]+(?: الآن)?|dernières (?:infos|nouvelles))",
            r"(?:press [\"“']?enter[\"”']? to )?skip to .{3,30}"
            r"|(?:aller (?:directement )?|passer )au (?:contenu|menu)(?: principal)?"
            r"|not a member of pastebin yet\?|search resul(?:t)?s for: .{1,60}"
            r"|تخط[يى]? إلى المحتوى.{0,12}",
            rf"(?:{_LANGUAGE})(?:[\s,|•·/]+(?:{_LANGUAGE}|more|plus|المزيد))+",
            r"(?:other|more) ways to share|click to (?:expand|enlarge)(?: the)?(?: image)?"
            r"|cliquez pour agrandir.{0,20}",
            r"نسخة للطباعة(?:\s+send by e-?mail)?|send by e-?mail"
            rf"|(?:{_TOOL})(?:\s+(?:{_TOOL}))+",
            r"\[?print this page\]?(?:\s*\[close window\])?",
            r"\d+ of \d+ documents|factiva\s+dow jones|document [a-z]{3,10}\d{8,}\w*"
            r"|(?:load-date|length|section|dateline|body|language|publication-type)\s*:\s.{0,60}|body:",
            r"(?:main menu|menu|search|home|log ?in|sign in|toggle \w+"
            r"|back to top|close|next|previous|accueil|rechercher|connexion|se connecter|s'abonner"
            r"|القائمة|بحث|الرئيسية|تسجيل الدخول|fermer|connectez-vous|accessibility links"
            r"|jump to (?:(?:main )?content|navigation)|channels|main content|المحتوى الرئيس[يى]"
            r"|(?:إغلاق|اغلاق|اغلق|أغلق) القائمة|site icon .{2,60}"
            r"|exit mobile version|(?:top|bottom) of page"
            r"|suivez-nous sur .{2,60}|(?:\d+ )?views \d+ (?:min|sec)s? \d+|send this to a friend"
            r"|powered by automated translation|انقر هنا لقراءة الخبر من مصدره\.?"
            r"|cliquez ici pour lire l'article depuis sa source\.?"
            r"|read mode|listen(?: to this (?:article|story))?|زر الذهاب إلى الأعلى|إ?ظهر المزيد|اظهر الملخص"
            r"|استمع إلى (?:الملخص|المقال|الخبر))",
            r"(?:menu|search|home|subscribe|log ?in|sign in|login)"
            r"(?:\s*[|•·/]?\s+(?:menu|search|home|subscribe|log ?in|sign in|news|about|contact))+",
            r"(?:home|accueil|الرئيسية|الصفحة الرئيسية)\s*[>»›/←«‹\\].*",
            r"(?:about(?: us)?|contact(?: us)?|privacy(?: policy)?|terms(?: of (?:use|service))?"
            r"|advertise|من نحن|اتصل بنا|سياسة الخصوصية)(?:\s*[|•·-]\s*[^|•·]{2,30})+",
            r"(?:about us|contact us|privacy policy|terms of (?:use|service)|من نحن|اتصل بنا)",
            r"(?:download|get) (?:the|our) app.*|حمّل التطبيق.*",
            r"(?:(?:written by|posted by|by)\s+)?(?:admin|administrator|webmaster)|by\s+editor",
            r"by\s+(?:our|a|the|staff|special|news|web|online)?\s*(?:own |news |special |web |online )?"
            r"(?:correspondents?|reporters?|staff(?: writers?| reporters?)?|desk|editors?|agencies|team)",
            r"(?:(?:this )?page )?(?:was )?(?:last\s+)?(?:updated?|modified)\b(?!.*(?:publi|posted|نشر))"
            r".{0,12}\d.{0,40}|(?:آخر تحديث|تم التحديث).{0,12}[\d٠-٩].{0,40}",
            r"(?=.{3,16}$)[^\W\d_]{1,4}(?:[\s-][^\W\d_]{1,3})?(?:\s?/\s?[^\W\d_]{1,4}(?:\s[^\W\d_])?)+",
            r"[-–—•|·+]|[-+]\s?a\s[-+]\s?a|\+\s*الخط\s*-|حجم الخط\s*[-+]*"
            r"|(?:adjust )?(?:text|font) size.{0,12}",
            r"taille du texte(?:\s+aa)*|aa(?:\s+aa)+|vous lisez\s*:?|derni[eè]re minute|\+\s?voir plus"
            r"|view results",
            r"تمت طباعة (?:هذا )?(?:الخبر|المقال|الموضوع).{0,60}",
            r"(?:[^\W\d_]+\s){0,4}(?:الآن على|انتقلنا إلى) (?:موقعنا|عنواننا) الجديد\W*"
            r"|(?:اضغط|انقر)\W{0,2} هنا للانتقال إلى (?:الموقع|موقعنا)(?: الجديد)?\W*"
            r"|we(?:['’]ve| have) moved to (?:a|our) new (?:site|website|address|home)\W*"
            r"|nous avons déménagé vers (?:un|notre) nouveau site\W*",
            r"showing posts with label .{2,60}",
            r"recommended for you|you are visitor number.{0,20}|send this (?:story|article|page) to .{2,20}"
            r"|up next|member-only story|join \d[\d,.]* (?:supporters|readers|subscribers)|our other work"
            r"|القائمة الرئيسية|الصفحة الأولى|أرشيف الجريدة|اتصلوا بنا|أرسل الخبر.{0,60}",
            r"global perspective,? human stories|contribute to help our mission|featured sponsor\b.*"
            r"|support (?!for ).{2,20} news|mots[- ]clés|اللغات|متاح بالـ?.{0,20}",
            r"(?:إغلاق )?sites icon close|search form",
            r"article comment count is\s?: \d+|\d+ (?:new )?comments? (?:so far|below)"
            r"|(?:des perspectives suisses|swiss perspectives) (?:en|in) \d+ \w+",
            r"find this (?:article|story|page) at\s*:.*|print this (?:page|article|story)",
            r"close (?:this )?window",
            r"search for\s*:|temps de lecture\s*:.*|leave a reply|proudly powered by .*|tagged\s.{2,120}",
            r"your e-?mail address will not be published\b.*|required fields are marked.*",
            r"votre adresse (?:e-?mail|de messagerie) ne sera pas publiée.*|les champs obligatoires.*"
            r"|ce site utilise akismet.*|this site uses akismet.*|pour poursuivre la lecture.*"
            r"|lire la suite.{0,20}|read (?:the )?(?:full|more|rest).{0,40}"
            r"|vous devez être membre.*|pas encore membre.*"
            r"|vous êtes déjà membre.*|ce contenu n'est pas ouvert aux commentaires\.?|pas de commentaires?"
            r"|لن يتم نشر عنوان بريدك.*|الحقول الإلزامية مشار إليها.*",
            r"this article is more than \d+ \w+ old|our standards: .*"
            r"|follow .{3,60} on (?:twitter|facebook|x)\b.{0,60}"
            r"|chat with us in .*|(?:story )?available in(?:[\s:,|]+[^\W\d]{4,12}){1,8}",
            r"anadolu agency website contains only .*",
            r"external content|contenu externe|(?:محتوى (?:من مصدر )?خارجي|محتويات خارجية)",
            r"(?:the following|this) (?:content|material|item) (?:is|was|comes|has been)\s(?:\w+\s)?"
            r"(?:from|by) (?:our )?external (?:partners|providers)\b.*",
            r"(?:le|ce) contenu (?:externe )?(?:suivant )?(?:provient|est (?:issu|fourni|repris))\s(?:de |par )"
            r"(?:nos |des |sources? )?partenaires\b.*",
            r"(?:تم \S{3,6}(?: على)? )?(?:هذه المادة|هذا المحتوى|المحتوى التالي) (?:\S{4,7} )?من"
            r" (?:شركاء خارجيين|شريك خارجي).*",
            r"(?:[a-z]{2}-+)?[\w'&]+(?:-+[\w'&]+)+,\s?\d{3,4}(?:\s*words)?|eds?: .*",
        )
    )
)
_ADDRESS = re.compile(r"[-–—\s]*[^-–—]{2,60}\s[-–—]\s*https?://\S+[\s–—-]*")
_BUTTON = re.compile(
    rf"home|about(?: us)?|contact(?: us)?|menu|search|log ?in|sign in|subscribe|share|imprint|settings"
    rf"|privacy(?: policy)?|newsletter|archive|(?:{_SHARE})|الرئيسية|من نحن|اتصل بنا|بحث|مشاركة|شارك",
    re.IGNORECASE,
)
_MENU = re.compile(
    r"skip to (?:main )?content|(?:main )?menu|search|home|log ?in|sign in|subscribe|close|newsletter"
    r"|about(?: us)?|contact(?: us)?|privacy(?: policy)?|terms of (?:use|service)|donate|accept(?: all)?"
    r"(?: cookies)?|accueil|rechercher|connexion|se connecter|s'abonner|tout accepter|tout refuser|fermer"
    r"|reject all|الرئيسية|القائمة|بحث|من نحن|اتصل بنا|تسجيل الدخول",
    re.IGNORECASE,
)
_REPRINTS = re.compile(
    r"(?:[A-Z][\w&']*\s){0,3}(?:reprints?:\s)?this copy is for your personal,? non-?commercial use only\b"
    r".{0,300}",
    re.IGNORECASE,
)
"""How papers offer to sell copies, in a line as long as a paragraph."""

_OF_THE_PAGE = re.compile(
    r"\bthis copy is for\b"
    r"|\b(?:this|our) (?:web)?site\b|\bwe use\b|هذا الموقع|موقعنا|external partners|nous ne pouvons garantir",
    re.IGNORECASE,
)
"""How a notice, however long, speaks of what it stands on, or of where the text below comes from."""

_LONGEST_MENU_WORDS = 3
_COUNTER = re.compile(r"[\d٠-٩]{1,3}")
_LIST_BELOW = re.compile(
    r"(?:related(?: (?:articles?|stories|posts|news|topics|content|links))?|see also|more stories"
    r"|more from .{2,40}|photo gallery|video gallery|most (?:read|popular|viewed)|trending(?: now)?"
    r"|you may (?:also )?like|read (?:also|more|next)|latest news|recommended(?: for you)?|(?:à )?lire aussi"
    r"|sur le même (?:sujet|thème)|dans la même (?:rubrique|catégorie)|dans le même dossier|à consulter"
    r"|(?:also )?in (?:this|the same) section"
    r"|vous aimerez aussi|voir aussi|les plus lus|articles (?:liés|similaires|récents)"
    r"|share this|like this|أخبار متعلقة|قد يعجبك أيضاً?|قد يهمك أيضاً?|قد يهمك|اخترنا لك"
    r"|الأكثر مشاهدة|شاهد أيضاً?|مواضيع ذات صلة|مقالات ذات صلة|أخبار ذات صلة|اقرأ أيضاً?|اقرأ أيضًا"
    r"|الأكثر قراءة|آخر الأخبار)\s*:?",
    re.IGNORECASE,
)


def lines_around_the_story(reading: Reading) -> Finding | None:
    """Lines that belong to the page and not to the report; Markdown is left as it is."""
    if reading.draft.is_markdown:
        return None
    story = [number for number in reading.open if is_story(reading.lines[number])]
    last_paragraph = story[-1] if story else -1
    dropped: set[int] = set()
    in_list = False
    for number in reading.open:
        line = reading.lines[number]
        if len(line) <= _LONGEST and _LIST_BELOW.fullmatch(line) and number > last_paragraph:
            in_list = True
            dropped.add(number)
        elif (
            is_page_furniture(line)
            and not _is_paragraph(line)
            and not _leads_to_headline(reading, number)
        ) or (in_list and len(line) <= _LINK_LENGTH and not _ends_a_list(line)):
            dropped.add(number)
        else:
            in_list = False
    dropped |= _rest_of_the_menu(reading, dropped, story[0] if story else 0)
    dropped |= _counters(reading, story[0] if story else 0) | teasers_below(reading)
    dropped |= {n for n in reading.open[:_TOP_LINES] if names_many_sections(reading.lines[n])}
    if not dropped or len(dropped) == len(reading.open):
        return None
    count = f"{len(dropped)} lines of the page around the report"
    return Finding(len(dropped), count, frozenset(dropped))


def _leads_to_headline(reading: Reading, number: int) -> bool:
    """Whether a path through the site ends in words that stand nowhere else: "Home » News » Wells run dry"."""
    line = reading.lines[number]
    title = without_trimmings(line)
    if title == line or not line.endswith(title) or title[:1].islower():
        return False
    others = (reading.lines[n] for n in reading.open[:_TOP_OF_PAGE] if n != number)
    return not any(title in other for other in others)


def _rest_of_the_menu(reading: Reading, dropped: set[int], story: int) -> set[int]:
    """Short lines above the story between two lines of the menu, if a longer one remains as title."""
    head = [number for number in reading.open if number < story]
    menu = [n for n in head if n in dropped and _MENU.fullmatch(reading.lines[n].strip())]
    others = [number for number in head if number not in dropped]
    inner = {n for n in others if menu and menu[0] < n < menu[-1]}
    short = {n for n in inner if _can_be_section(reading.lines[n])}
    below = (n for n in others if menu and n > menu[-1])
    has_title = any(len(reading.lines[n].split()) > _LONGEST_MENU_WORDS for n in below)
    return short if inner == short and has_title else set()


def _counters(reading: Reading, story: int) -> set[int]:
    """Lines above the story that are nothing but a small number, if a line of words is below them."""
    head = [number for number in reading.open if number <= story]
    return {n for n in head[:-1] if _COUNTER.fullmatch(reading.lines[n])}


def _can_be_section(line: str) -> bool:
    return len(line.split()) <= _LONGEST_MENU_WORDS and not re.search(
        r"[\d:.!?؟©]|^(?:by|par|بقلم)\b", line, re.IGNORECASE
    )


def is_page_furniture(text: str) -> bool:
    """Whether a text is a button, a counter or a notice of the page it stood on."""
    if text.count("icon") >= _MANY_ICONS:
        return True  # the names of a site's pictures
    if is_code(text) or _REPRINTS.fullmatch(text):
        return True
    return len(text) <= _LONGEST and (_is_known_line(text.lower()) or _is_row_of_buttons(text))


def _is_known_line(text: str) -> bool:
    """Whether a line in small letters is one of those that pages have around what they tell."""
    if _WHOLE_LINE.fullmatch(text) is not None or _ARABIC_COOKIES in text:
        return True
    if "cookie" in text and _COOKIES.search(text) is not None:
        return True
    return "http" in text and _ADDRESS.fullmatch(text) is not None


def _is_row_of_buttons(text: str) -> bool:
    """ "Home | Reports | About us", "Share: Copy link | E-mail": short parts, one of them a button."""
    parts = [part.strip() for part in re.split(r"[|•·:]|\s{2,}|\s/\s", text) if part.strip()]
    short = all(len(part) <= 30 and len(part.split()) <= 4 for part in parts)
    return len(parts) > 2 and short and any(map(_BUTTON.fullmatch, parts))


def _is_paragraph(line: str) -> bool:
    """Whether a line that mentions cookies and the like is the story's own sentence.

    Such notices call things "this site", "we" and "our"; a report about them does not, and is
    longer than any button.
    """
    if not is_story(line) or line.count("icon") >= _MANY_ICONS:
        return False
    return _OF_THE_PAGE.search(line) is None


def _ends_a_list(line: str) -> bool:
    """Whether a line below "Related articles" is no link: a sentence, a byline, a rights line."""
    if _SENTENCE_END.search(line) and not line.startswith(("-", "•", "*")):
        return True
    return (
        re.match(r"©|\(c\)|copyright|by\s+[A-Z]|بقلم|جميع الحقوق|source:|المصدر", line, re.I)
        is not None
    )
