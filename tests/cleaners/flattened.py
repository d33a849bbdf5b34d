"""Lines of flattened texts, and how the tests read them."""

from cleaners import Article, clean_text

TITLE = "پل تازه شهر با حضور استاندار گشوده شد"
LEAD = "شهردار گفت: پل تازه شهر پس از سه سال کار، بامداد امروز به روی مردم گشوده شد."
REPORT = "به گزارش خبرنگار ما، پل تازه شهر که ساخت آن سه سال طول کشید، بامداد امروز گشوده شد."
SECOND = "استاندار در این آیین گفت: هزینه ساخت این پل از درآمد نفت استان پرداخت شده است."


def read(*lines: str) -> Article:
    """Clean lines, their words as they are typed."""
    return clean_text("\n".join(lines), normalize=False)
