"""Where an article is from: datelines, attributions, sections, hosts, text."""

import pytest

from cleaners.lines.attribution import agency_in, attribution, level
from cleaners.lines.places import (
    Location,
    dateline,
    first_province_in,
    locate,
    province_named,
    province_of_host,
)
from cleaners.lines.places import _attribution_province as attribution_province
from cleaners.lines.places import _gazetteer as gazetteer
from cleaners.persian.folding import fold


def test_there_are_31_provinces():
    assert len(set(gazetteer().provinces.values())) == 31


def test_every_province_has_its_cities_and_its_slug():
    provinces = set(gazetteer().provinces.values())
    assert {province for _, province in gazetteer().cities.values()} == provinces
    assert set(gazetteer().slugs.values()) == provinces


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("بیرجند- در دیدار استاندار با رئیس سازمان", "بیرجند"),
        ("بجنورد– نایب رئیس اول کمیسیون گفت", "بجنورد"),
        ("گرگان - خبرگزاری مهر: مدیرکل آموزش فنی گفت", "گرگان"),
        ("تهران- ایرنا- معاون وزیر گفت", "تهران"),
        ("بغداد- ایرنا- سفیر گفت", "بغداد"),
        ("ایسنا/اصفهان مدیرکل گفت", "اصفهان"),
        ("تهران (ایسنا) - معاون وزیر گفت", "تهران"),
        ("تربت حیدریه - مدیر مرکز گفت", "تربت حیدریه"),
        ("نجف آباد- مدیر مرکز گفت", "نجف\u200cآباد"),
        ("گنبدکاووس- مدیر مرکز گفت", "گنبد کاووس"),
        ("به گزارش خبرنگار ایلنا از نجفآباد، کارگران", "نجف\u200cآباد"),
        ("به گزارش خبرگزاري مهر از تبريز، مدیرکل گفت", "تبریز"),
        ("به گزارش گروه استان های باشگاه خبرنگاران جوان از بیرجند ؛اصفهان ، کرمان", "بیرجند"),
        ("مدیر کل در گفتگوبا خبرنگار خبرگزاری شبستان در سنندج، اظهار داشت", "سنندج"),
        ("در قالب یک راهبرد برد - برد از سوی کشورمان", None),
        ("تعاون، کار - و رفاه", None),
        ("استانها - ایرنا - مدیرکل گفت", None),
        ("کابل (ایسنا) - سفیر گفت", "کابل"),
        ("هرات - خبرگزاری: مسئولان گفتند", "هرات"),
        ("هرات (پیام آشنا، ۲ مهر ۹۹): مسئولان گفتند", "هرات"),
        ("هرات (پیام آشنا، ۲ مهر ۹۹) مسئولان گفتند", None),
        ("فراه (پیام آشنا، ۲ مهر ۹۹): مسئولان گفتند", "فراه"),
        ("وزیر کار (دبیر شورا، ۲ مهر ۹۹): مسئولان گفتند", None),
        ("مریم رضایی (پیام آشنا، ۲ مهر ۹۹): مسئولان گفتند", None),
        ("در خبرگزاری کار ایران (ایلنا) کارگران گفتند", None),
        ("ایرنا - ایسنا - مدیرکل گفت", None),
        ("ندای رودبار - ایرنا / فرماندار گفت", None),
        ("خبر شمال - ایسنا: مدیرکل گفت", None),
        ("خبرگزاری دانشجویان ایران (ایسنا) - مدیرکل گفت", None),
        ("مدیرعامل خبرگزاری کار ایران (ایلنا) گفت", None),
        ("بنابر این گزارش دمای هوا در ساری بالا رفت", None),
        ("باشگاه\u200cهای کشور روز جمعه در شهر تنکابن دیدار می\u200cکنند", None),
        ("به گزارش نصر به نقل از فارس، دیدار آغاز شد", None),
        ("به گزارش خبرنگار مهر از افتتاح کارگاهی تازه خبر داد", None),
        ("خوزستان- مدیرکل گفت", None),
        ("", None),
    ],
)
def test_dateline(text, city):
    assert dateline(text) == city


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("به گزارش خبرگزاری صدا و سیمای استان خوزستان، مدیرکل", "خوزستان"),
        ("به گزارش به گزارش خبرگزاری صدا و سیما ؛ مرکز سمنان ، مدیر", "سمنان"),
        ("به گزارش صداوسیمامرکز یزد، مدیر", "یزد"),
        ("به گزارش خبرگزاری صدا و سیما ، مرکز خلیج فارس؛ مدیر", "هرمزگان"),
        ("به گزارش خبرگزاری صدا و سیما مرکز مهاباد، مدیر", "آذربایجان غربی"),
        (
            "به گزارش روابط عمومی اداره کل آموزش فنی و حرفه ای استان آذربایجان شرقی، علی",
            "آذربایجان شرقی",
        ),
        (
            "ه گزارش روابط عمومی اداره کل آموزش فنی وحرفه ای سیستان وبلوچستان : مدیر",
            "سیستان و بلوچستان",
        ),
        ("به گزارش خبرگزاری مهر خراسان شمالی، مدیر", "خراسان شمالی"),
        ("به گزارش خبرگزاری فارس، مدیر", None),
        ("به گزارش ایسنا، استان خوزستان سومین است", None),
        ("مدیرکل گفت: استان خوزستان سومین است", None),
    ],
)
def test_province_of_the_attribution(text, province):
    assert attribution_province(level(text)) == province


@pytest.mark.parametrize(
    ("field", "province"),
    [
        ("خراسان جنوبی", "خراسان جنوبی"),
        ("خراسان\u200cجنوبی", "خراسان جنوبی"),
        ("استان یزد", "یزد"),
        ("اخبار استان کهگیلویه وبویر احمد", "کهگیلویه و بویراحمد"),
        ("چهار محال و بختیاری", "چهارمحال و بختیاری"),
        ("KhorasanJonoobi", "خراسان جنوبی"),
        ("Kohgilooye-Boyerahmad", "کهگیلویه و بویراحمد"),
        ("گلستان", "گلستان"),
        ("استانها", None),
        ("خراسان", None),
        ("بیرجند", None),
        ("خبرگزاری فارس", None),
    ],
)
def test_a_whole_field_that_names_a_province(field, province):
    assert province_named(field) == province


@pytest.mark.parametrize(
    ("host", "province"),
    [
        ("khrazavi.irantvto.ir", "خراسان رضوی"),
        ("fars.irantvto.ir", "فارس"),
        ("eatvto.ir", "آذربایجان شرقی"),
        ("www.alborztvto.ir", "البرز"),
        ("c1.alborztvto.ir", "البرز"),
        ("sktvto.ir", "خراسان جنوبی"),
        ("www.irantvto.ir", None),
        ("skill.irantvto.ir", None),
        ("www.farsnews.ir", None),
        ("ar.mehrnews.com", None),
    ],
)
def test_host(host, province):
    assert province_of_host(host) == province


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("استان‌های کشور و سپس استان چهار محال و بختیاری و استان کردستان", "چهارمحال و بختیاری"),
        ("در دبستان یزد و در استان\u200cلرستان", "لرستان"),
        ("استاندار خراسان جنوبی گفت", "خراسان جنوبی"),
        ("استاندار یزد در استان فارس گفت", "فارس"),
        ("سازمان آموزش فنی و حرفه‌ای کشور", None),
        ("استان، خوزستان", None),
    ],
)
def test_first_province_in_text(text, province):
    assert first_province_in(text) == province


ATTRIBUTION = "به گزارش خبرگزاری صدا و سیمای استان خوزستان، مدیرکل گفت."
ELSEWHERE = "این طرح در استان یزد نیز اجرا شده است."
URL = "https://fars.irantvto.ir/اخبار/x"


@pytest.mark.parametrize(
    ("lead", "body", "section", "url", "location"),
    [
        (
            "بیرجند- مدیرکل گفت.",
            [ATTRIBUTION, ELSEWHERE],
            ["گیلان"],
            URL,
            Location("بیرجند", "خراسان جنوبی"),
        ),
        (None, [ATTRIBUTION, ELSEWHERE], ["گیلان"], URL, Location(None, "خوزستان")),
        (None, [ELSEWHERE], ["استان‌ها", "گیلان"], URL, Location(None, "گیلان")),
        (None, [ELSEWHERE], [], URL, Location(None, "فارس")),
        (None, ["گفت.", ELSEWHERE], [], None, Location(None, "یزد")),
        ("لندن- ایرنا- گفت.", [ELSEWHERE], [], None, Location("لندن", "یزد")),
        (
            None,
            ["گفت."],
            [],
            "https://www.ilna.ir/بخش-لرستان-107/1714210-x",
            Location(None, "لرستان"),
        ),
        (None, [], [], None, Location(None, None)),
        (None, [], [], "http://[bad", Location(None, None)),
    ],
)
def test_what_tells_most_is_believed_first(lead, body, section, url, location):
    assert locate(lead, body, section, url) == location


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("خبرگزاری کار ایران", "ilna"),
        ("به گزارش ایلنا، ضرورت برنامه‌ریزی", "ilna"),
        ("به گزارش خبرنگار ایلنا از اراک، کارگران", "ilna"),
        ("به گزارش خبرگزاری مهر، سیدمحمدرضا", "mehr"),
        ("به گزارش خبرنگار مهر، سیدمحمدرضا", "mehr"),
        ("گرگان - خبرگزاری مهر: مدیرکل گفت", "mehr"),
        ("به گزارش خبرگزاری صدا و سیمای استان خوزستان، مدیرکل", "irib"),
        ("به گزارش صداوسیمامرکز یزد، مدیر", "irib"),
        (" date 2025-11-26 به گزارش به گزارش خبرگزاری صدا و سیما ؛ مرکز سمنان ،", "irib"),
        ("به گزارش روابط عمومی اداره کل آموزش فنی و حرفه ای استان البرز", "tvto"),
        ("به گزارش روابط عمومی سازمان آموزش فنی وحرفه‌ای کشور", "tvto"),
        ("به گزارش گروه ورزشی خبرگزاری صدا و سیما، مدیرکل گفت", "irib"),
        ("خبرگزاری مهر - گروه استان‌ها، مریم کریمی: در روزهای", "mehr"),
        ("رضا کریمی در گفتگو با «ایلنا» گفت", "ilna"),
        ("به گزارش خبرنگارمهر، رقابت‌ها", "mehr"),
        # others, and what merely speaks of one
        ("خبرگزاری مهر، رسانه‌ای است", None),
        ("به گزارش ایسنا، مدیرکل گفت", None),
        ("به گزارش مشرق به نقل از مهر، مدیرکل گفت", None),
        ("به گزارش مهرداد عظیمی، معاون وزیر", None),
        ("مدیرکل صدا و سیمای استان گفت", None),
        ("مدیرکل در بازدید از خبرگزاری مهر گفت", None),
        ("به گزارش روابط عمومی شهرداری تهران، مدیرکل گفت", None),
        ("", None),
    ],
)
def test_agency_that_a_text_names(text, agency):
    assert agency_in(text) == agency


def test_attribution_ends_at_its_mark():
    assert attribution("به گزارش خبرنگار مهر، مدیرکل گفت: …") == "خبرنگار مهر"
    assert attribution("مدیرکل گفت.") is None


def test_data_holds_no_name_twice_for_two_provinces():
    folded = [fold(city) for city, _ in gazetteer().cities.values()]
    assert len(folded) == len(set(folded))
