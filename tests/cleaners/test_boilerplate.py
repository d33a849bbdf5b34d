"""Lines that are never article text, and the many that only look like them."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.lines import reasons
from cleaners.lines.attribution import level
from cleaners.lines.boilerplate import _entries as entries
from cleaners.lines.boilerplate import _key as letters
from cleaners.lines.boilerplate import judge_bar, judge_line
from cleaners.lines.endmarks import split_end_mark, trim_end_mark

DROPPED = [
    "کد خبر : ۱۴۳۳۸۱۶",
    "کد خبر 1793113",
    "کد خبر: 80160359",
    "شناسه خبر: ۵۸۳۱",
    "کد مطلب: 12345",
    "کد 4934",
    "تاریخ انتشار: ۲۱:۳۶ - ۰۲-۰۳-۱۴۰۳",
    "تاریخ : يکشنبه 17 مرداد 1400",
    "آخرین به روز رسانی: ۱۲ مهر ۱۴۰۴",
    "امروز: -",
    "زمان مطالعه: ۱ دقیقه",
    "• دسته\u200cبندی: گردشگری و میراث",
    "• خبرنگار : 71191",
    "1. استانها",
    "اخبار > دیدار مدیرکل با استاندار",
    "خانه » اخبار » مهارت",
    "نرم افزار موبایل ایلنا",
    "دانلود اپلیکیشن خبرگزاری",
    "ما را در تلگرام دنبال کنید",
    "برای پیگیری اخبار فوری به کانال تلگرام نگار بپیوندید",
    "جهت اطلاع از آخرین اخبار در کانال واتس\u200cاپ ما عضو شوید.",
    "تازه\u200cترین خبرها را در صفحه اینستاگرام نگار دنبال کنید",
    "دفعات مشاهده: 430 بار | دفعات چاپ: 20 بار | 0 نظر",
    "به پیج اینستاگرامی «نمونه» بپیوندید",
    "اشتراک گزاری:",
    "مشخصات مقاله",
    "کپی شد",
    "لینک کوتاه خبر: https://www.ilna.ir/fa/tiny/news-1",
    "https://www.mehrnews.com/x",
    "farsnews.ir/mazandaran/news/1401",
    "photo_2024-05-01.jpg",
    "۰ نفر",
    "تعداد بازدید: ۱۲۳",
    "----",
    "captcha",
    "لطفاً نظر خود را وارد کنید.",
    "* لطفا عدد مقابل را در جعبه متن وارد کنید",
    "منبع: ایسنا",
    "منبع خبر : خبرگزاری مهر",
    "برچسب\u200cها: مهارت، اشتغال",
    "#مهارت #اشتغال",
    "۹۹۲۳**۳۲۱۳",
    "7126/581/د",
    "./ز",
    "تمامی اخبار این باکس توسط پلتفرم پلیکان به صورت خودکار در این سایت قرار گرفته و سایت ایلنا"
    " هیچگونه مسئولیتی در خصوص محتوای آن به عهده ندارد",
    "آیا این خبر برایتان مفید بود؟",
    "این مطلب را به اشتراک بگذارید",
    "گزارش اشتباه در این خبر",
    "اندازه قلم",
    "مشاهده همه",
    "در گوگل نیوز ما را دنبال کنید",
    "محل تبلیغ شما",
    "از مطالب پیشنهادی رد شوید و به خواندن ادامه دهید",
    "پایان پست Twitter",
    "رد شدن از پست Instagram، 1",
    "اطلاعات مقاله",
    "اجازه نشان دادن محتوای Twitter را می دهید؟",
    "این مطلب شامل محتوایی از Twitter است. قبل از بارگیری این محتوا از شما اجازه می گیریم، زیرا"
    " ممکن است این سایت ها از کوکی ها استفاده کنند.",
    "توضیح: بی بی سی مسئول محتوای سایت های دیگر نیست. محتوای Twitter  ممکن است شامل آگهی باشد.",
    "این محتوا به‌دلیل تنظیمات کوکی نمایش داده نمی‌شود.",
    "گروه خبری سایت شهرنامه امروز",
    "ارسال این مطلب برای دوستان",
    'منبع خبر "شرق" است و موتور جستجوگر خبر در قبال محتوای آن هیچ مسئولیتی ندارد. (ادامه)',
    "با استناد به ماده ۷۴ قانون تجارت الکترونیک و با عنایت به اینکه سایت مصداق بستر مبادلات است",
]
CUT = [
    "ارسال نظر درباره این مطلب : نام کاربری یا پست الکترونیک شما (اختیاری):",
    "انتهای پیام/",
    "انتهای پیام",
    "انتهای پیام/ج",
    "انتهای پیام / ط ا",
    "انتهای پیام//م.ی",
    "انتهاي پيام/ ۳۳۰۰",
    "نظر شما",
    "نظر شما *",
    "ارسال نظر",
    "نظر دهید",
    "دیدگاهتان را بنویسید",
    "شما در حال پاسخ به نظر «» هستید.",
    "× لغو پاسخ",
    "• نظرات حاوی توهین و هرگونه نسبت ناروا به اشخاص حقیقی و حقوقی منتشر نمیشود.",
    "نظراتی که غیر از زبان فارسی یا غیر مرتبط با خبر باشد منتشر نمی\u200cشود.",
    "۳ دیدگاه",
    "تمامی حقوق مادی و معنوی این وب سایت متعلق به خبرگزاری صدا و سیما می باشد و استفاده غیر"
    " قانونی از آن پیگرد قانونی دارد",
    'طراحی و تولید: "ایران سامانه"',
    "تمامی حقوق برای پایگاه خبری نمونه محفوظ است.",
    "نظر شما درباره این خبر چیست؟",
    "دیدگاهی بنویسید",
    "انتهای گزارش/",
    "انتهاي خبر // پایگاه خبری پلیس ایران",
    "انتهای پیام/ رضا کریمی",
    "شما هم می توانید دیدگاه خود را ثبت کنید",
    "All Content by Mehr News Agency is licensed under a Creative Commons License.",
]
LABELS = [
    "آخرین اخبار سازمان | اخبار استان‌ها",
    "بیشتر بخوانید:",
    "اخبار مرتبط",
    "مطالب مرتبط",
    "اخبار مرتبط سایر رسانه ها",
    "    اخبار از پلیکان",
    "پیشنهاد امروز",
    "پیشنهاد می\u200cکنیم این مطلب را هم بخوانید:",
    "پیشنهاد می\u200cکنیم:",
    "شاید این مطالب را هم بپسندید",
    "ممکن است دوست داشته باشید",
    "مقاله\u200cهای مرتبط",
    "مطالب مرتبط با این خبر",
    "در همین زمینه بخوانید",
    "سایر رسانه\u200cها",
    "پربازدیدترین ها",
    "۱۰ خبر اول",
    "برچسب\u200cها",
]
ARTICLE_TEXT = [
    "پایان محتوای آموزشی دوره‌ها با آزمون است",
    "گروه خبری سایت شهرنامه جایزه گرفت.",
    "مسئولان در قبال محتوای کتاب‌های درسی مسئولیتی دارند.",
    "وی گفت که رسانه‌ها در برابر درستی آمارهای دولت مسئولیتی سنگین دارند.",
    "دولت مسئول محتوای سایت های دیگر نیست و تنها بر سامانه‌های خود نظارت می‌کند، چنان"
    " که قانون در ماده هشتم خود آشکارا گفته است.",
    "برای ثبت\u200cنام در دوره\u200cها به کانال ایتای مرکز آموزش بپیوندید.",
    "داوطلبان می\u200cتوانند اخبار آزمون را در کانال تلگرام سازمان دنبال کنند.",
    "مسابقه فینال را در صفحه اینستاگرام فدراسیون دنبال کنید.",
    "ارسال نظر درباره این مطلب در شورا رد شد.",
    "نظر شما درباره این طرح چیست؟",
    "وی افزود: نظر شما در این سامانه ثبت می\u200cشود.",
    "ارسال نظر کارشناسی تا پایان هفته ادامه دارد",
    "به گزارش خبرنگار مهر، محمدی گفت:",
    "کد خبر محرمانه ماند",
    "کد ۱۲۳ بازیکن را معرفی کرد",
    "تاریخ انتشار کتاب هنوز روشن نیست.",
    "تاریخ هنر ایران را باید دوباره نوشت",
    "منبع آگاه: مذاکرات ادامه دارد و نتیجه آن به زودی اعلام می\u200cشود",
    "منبع: نام کتابی است که در این جلسه رونمایی شد و نویسنده آن درباره منابع تاریخی ایران سخن گفت",
    "بیشتر بخوانیم تا بهتر بنویسیم؛ شعار امسال کتابخانه\u200cها",
    "اخبار مرتبط با مهارت را دنبال می\u200cکنیم",
    "آموزش\u200cهای نوین",
    "انتهای پیام رئیس جمهور خطاب به ملت بود",
    "پایان پیام رهبری",
    "دیدگاه",
    "سیاسی",
    "نام",
    "خانه",
    "ورزشی",
    "asdasd",
    "معاون وزیر امور خارجه:",
    "تمامی حقوق کارگران پرداخت شد",
    "همه حقوق شهروندان در قانون محفوظ است و دولت باید آن را پاس بدارد",
    "نظر شما چیست؟",
    "پیشنهاد می\u200cشود دولت هزینه آن را بپردازد",
    "شاید این کتاب را دوست داشته باشید",
    "گزارش خطای پزشکی به دادسرا رسید",
    "پایان گزارش کمیسیون به صحن رسید",
    "۱۵ مهر",
    "۱۲۰ نفر در این دوره شرکت کردند",
    "استفاده از مطالب درسی با ذکر منبع آزاد است، مدیرکل گفت",
    "درباره ما چه می\u200cگویند؟",
    "طراحی و تولید دستگاه جوشکاری در مرکز شماره یک",
    "گروه صنعتی ایران خودرو",
    "چاپ کتاب درسی",
    "GPT-4o",
    "و/یا",
    "۳/۵",
    "۱۴۰۲/۰۳/۱۲",
]


@pytest.mark.parametrize("line", DROPPED)
def test_dropped(line):
    verdict = judge_line(line)
    assert verdict is not None
    assert verdict.action == "drop"


@pytest.mark.parametrize("line", CUT)
def test_cut(line):
    verdict = judge_line(line)
    assert verdict is not None
    assert verdict.action == "cut"


@pytest.mark.parametrize("line", LABELS)
def test_label_of_a_box(line):
    verdict = judge_line(line)
    assert verdict is not None
    assert verdict.action == "label"


@pytest.mark.parametrize("line", ARTICLE_TEXT)
def test_article_text_stays(line):
    assert judge_line(line) is None


@pytest.mark.parametrize(
    ("line", "is_bar"),
    [
        ("ذخیره ارسال به دوستان نسخه چاپی", True),
        ("صفحه اول | درباره ما | شهر ما", True),
        ("آموزش | درباره ما | شهر ما", False),
        ("۱۰ * ۳۶۵ = ۳۶۵۰", False),
    ],
)
def test_tool_bar_but_no_sum(line, is_bar):
    assert (judge_bar(line) is not None) == is_bar


@pytest.mark.parametrize(
    ("line", "context"),
    [
        ("سیاسی", "run"),
        ("بین الملل", "run"),
        ("نام:", "form"),
        ("* نظر:", "form"),
        ("asdasd", "head"),
        ("ثبت نام کنید", "head"),
        ("دیدگاه", "tail"),
        ("اخبار سید رضا کریمی", "run"),
        ("مشاوره تلفنی 051-38410000", "tail"),
        ("کارشناسان ما همه روزه از ساعت ۸ تا ۲۰ پاسخگوی شما هستند.", "tail"),
    ],
)
def test_some_lines_count_only_in_company(line, context):
    assert judge_line(line) is None
    assert judge_line(line, context=context) is not None


def test_typing_does_not_matter():
    assert judge_line("نظرات حاوي توهين و هرگونه نسبت ناروا") is not None
    assert judge_line("بيشتر\u200cبخوانيد :") is not None


def test_a_long_paragraph_is_never_boilerplate():
    assert judge_line("انتهای پیام/ " + "کلمه " * 100) is None


@pytest.mark.parametrize(
    ("paragraph", "trimmed"),
    [
        ("تأکید کرد.انتهای پیام/ج", "تأکید کرد."),
        ("تأکید کرد. انتهای پیام", "تأکید کرد."),
        ("تأکید کرد. انتهای پیام / ط ا", "تأکید کرد."),
        ("تأکید کرد. انتهای پیام//م.ی", "تأکید کرد."),
        ("تأکید کرد. انتهاي پيام/۳۳۰۰/", "تأکید کرد."),
        ("تأکید کرد./ز", "تأکید کرد."),
        ("خود می‌سازند/س.", "خود می‌سازند"),
        ("تأکید کرد. /م.ی", "تأکید کرد."),
        ("تأکید کرد.7126/581/د", "تأکید کرد."),
        ("تأکید کرد 7126/581/د", "تأکید کرد"),
        ("تأکید کرد.۹۹۲۳**۳۲۱۳", "تأکید کرد."),
        ("تأکید کرد. ۷۳۳۶/۶۰۴۳", "تأکید کرد."),
        ("تأکید کرد./", "تأکید کرد."),
        ("تأکید کرد./ز\nانتهای پیام/", "تأکید کرد."),
        ("تأکید کرد.انتهای پیام/ج تیتر خبری دیگر", "تأکید کرد."),
        ("انتهای پیام/", ""),
    ],
)
def test_end_marks_come_off(paragraph, trimmed):
    assert trim_end_mark(paragraph) == trimmed


@pytest.mark.parametrize(
    "paragraph",
    [
        "این مطلب در صفحه نخست چاپ شد / روزنامه ایران",
        "با پرداخت نقدی و/یا اقساطی",
        "برگزاری در ۱۴۰۲/۰۳/۱۲",
        "نتیجه ۳/۵",
        "بهای هر کیلوگرم/م",
        "شماره پرونده ۷۳۳۶/۶۰۴۳",
        "نشانی https://www.ilna.ir/fa/",
        "این نکته در انتهای پیام",
        "وی گفت: انتهای پیام رئیس جمهور مهم بود.",
        "ضریب ۲*۳",
        "تأکید کرد.",
        "",
    ],
)
def test_real_text_keeps_its_end(paragraph):
    assert split_end_mark(paragraph) == (paragraph, False)


def test_only_an_end_mark_ends_the_article():
    assert split_end_mark("تأکید کرد.انتهای پیام/ج")[1]
    assert not split_end_mark("تأکید کرد./ز")[1]


def test_every_entry_can_be_understood_alone():
    for entry in entries():
        assert entry["reason"]
        assert entry["action"] in {"drop", "cut", "label"}
        assert entry.get("context", "run") in {"run", "form", "head", "above", "tail"}
        assert "prefix" not in entry or entry["most"] <= 260


@pytest.mark.parametrize("name", reasons.__all__)
def test_a_reason_that_the_code_asks_for_is_in_the_table(name):
    assert getattr(reasons, name) in {entry["reason"] for entry in entries()}


@pytest.mark.parametrize("context", ["run", "form", "head", "above", "tail"])
def test_no_exact_line_is_written_twice(context):
    lines = [
        letters(level(line)) or line
        for entry in entries()
        if entry.get("context") in (None, context)
        for line in entry.get("exact", [])
    ]
    assert [line for line, times in Counter(lines).items() if times > 1] == []


@pytest.mark.parametrize(
    "line", [line for e in entries() if "context" not in e for line in e.get("exact", [])]
)
def test_every_exact_line_of_the_table_is_found(line):
    assert judge_line(line) is not None


@given(st.text())
def test_trimming_only_takes_from_the_end(text):
    assert text.startswith(trim_end_mark(text))


@pytest.mark.parametrize(
    "line",
    [
        "گنبد | - | -",
        "مشهد | ۱۰ بازدید | ۲۰ بازدید",
        "بر اساس ماده ۷۴ قانون تجارت الکترونیک، متهم به یک سال حبس محکوم شد.",
        "دادستان تهران: سایت دیوار نسبت به صحت آگهی‌ها هیچ مسئولیتی نمی‌پذیرد",
        "گروه خبری روزنامه شرق جایزه گرفت",
        "رای‌ها: ۱۲۳۴۵",
        "نام شما؟",
        "آخرین اخبار | تهران | قم",
        "هیچ نظری موجود نیست که با این طرح مخالف باشد",
        "در صورت عدم انتقال آب از سد، کشت متوقف می‌شود",
        "بازگشت به بالای جدول",
    ],
)
def test_rows_and_sentences_that_look_like_furniture(line: str) -> None:
    assert judge_line(line) is None
    assert judge_bar(line) is None


@pytest.mark.parametrize("text", ["کارشناسی ارشد/د", "ماده ۱۲ بند/ب", "۲۰ مرد/ز", "گروه سنی د/ه"])
def test_letter_behind_a_word_that_is_no_verb(text: str) -> None:
    assert split_end_mark(text) == (text, False)
