"""Hugging Face `datasets` reads article JSONL, whatever its first articles lack."""

import json

import pytest

from cleaners.schema import article_schema

datasets = pytest.importorskip("datasets", reason="datasets is not installed")

from tvto_crawl.huggingface import article_features  # noqa: E402 - needs datasets

EMPTY = {
    name: [] if told["type"] == "array" else {} if told["type"] == "object" else None
    for name, told in article_schema()["properties"].items()
}
IMAGE = {"url": "https://a.ir/1.jpg", "caption": "کارگاه جوشکاری"}
LATE = {"duplicate_of": "ilna:1", "images": [IMAGE], "tags": ["مهارت"], "repairs": {"ye_kaf": 2}}


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dataset")
    filler = {"text": "متن " * 500}  # so that the first articles fill a block of the reader
    rows = [EMPTY | filler | {"id": f"ilna:{n}", "news_code": f"00{n}"} for n in range(10_000)]
    rows.append(EMPTY | {"id": "ilna:last"} | LATE)
    path = folder / "articles.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return datasets.load_dataset(
        "json",
        data_files=str(path),
        split="train",
        features=article_features(),
        cache_dir=str(folder / "cache"),
    )


def test_every_field_is_a_column(loaded):
    assert loaded.column_names == list(article_schema()["properties"])


@pytest.mark.parametrize("field", LATE)
def test_what_the_first_articles_lack_is_read_of_later_ones(loaded, field):
    assert loaded[-1][field] == LATE[field]


def test_what_is_missing_is_none(loaded):
    assert loaded[0]["duplicate_of"] is None
    assert loaded[0]["repairs"] == {}


def test_news_codes_keep_their_zeros(loaded):
    assert loaded[1]["news_code"] == "001"
