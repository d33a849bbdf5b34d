"""The word lists that decide by the neighbours of a word."""

from dataclasses import dataclass
from functools import cache

from cleaners.persian.characters import ZWNJ
from cleaners.persian.tables import by_key, half_space_tables

__all__ = ["Context", "ReadingSigns", "context"]


@dataclass(frozen=True, slots=True)
class ReadingSigns:
    """The neighbours that decide which reading a word has: the plural, or the one in ‑ای."""

    singular_before: frozenset[str] = frozenset()
    """The last one or two words before it that make the reading in ‑ای certain."""
    singular_behind: frozenset[str] = frozenset()
    """The first one or two words after it that do."""
    nouns_before: frozenset[str] = frozenset()
    """Nouns before it that what follows a plural overrules."""
    plural_behind: frozenset[str] = frozenset()
    """The word after it that makes the plural certain."""
    sure_plural_before: frozenset[str] = frozenset()
    """The word before it that does."""
    plural_before: frozenset[str] = frozenset()
    """The word before it that makes the plural likelier."""
    unless: frozenset[str] = frozenset()
    """The words after it that make `plural_before` count for nothing."""


@dataclass(frozen=True, slots=True)
class Context:
    """The word lists of `data/half_spaces.toml` that decide by the neighbours of a word."""

    numbers: frozenset[str]
    """Numbers that make a compound with what they count: هشت‌ساله."""
    given_names: frozenset[str]
    """Given names that are hardly ever another word."""
    people: frozenset[str]
    """All given names that are not."""
    people_and_words: frozenset[str]
    """Given names that are words, too."""
    titles: frozenset[str]
    surnames: frozenset[str]
    """Second parts of compounds that are surnames, too."""
    surname_parts: frozenset[str]
    """What ends surnames: نژاد of صالحی‌نژاد."""
    short_before_parts: frozenset[str]
    """Short names that begin surnames: قلی of «آقای قلی زاده»."""
    surname_parts_and_words: frozenset[str]
    """Those of them that are a noun's place, too: «فرد مهمی»."""
    second_surnames: frozenset[str]
    no_ending: frozenset[str]
    esteemed: frozenset[str]
    """Nouns before which شان is a noun, too."""
    own_words: frozenset[str]
    before_trends: frozenset[str]
    """Adjectives behind which a ترند or ترم that ends a clause is a noun."""
    own_words_unless: frozenset[str]
    """Nouns behind which even one of `own_words` is an ending."""
    kin: frozenset[str]
    ages: frozenset[str]
    """Adjectives which compare one's `kin`: «برادر کوچک ترم»."""
    describing: frozenset[str]
    """Second parts that are words of their own unless they describe a noun before the first."""
    little: frozenset[str]
    """Those after کم."""
    not_friends: tuple[str, ...]
    attributes: frozenset[str]
    """Participles that are joined to their noun where they describe another: انجام‌شده."""
    all_attributes: frozenset[str]
    listed_attributes: frozenset[str]
    """Those that are so only in listed compounds: باقی‌مانده."""
    after_attribute: frozenset[str]
    """Words before which such a compound describes a noun that is no plural, too."""
    sure_after_attribute: frozenset[str]
    """Words before which a participle always describes one."""
    never_after_attribute: frozenset[str]
    """The first one or two words after participles that make those the verb."""
    never_before_attribute: frozenset[str]
    """Words, or pairs of words, that do so before them in the clause."""
    never_before_attribute_of_one: frozenset[str]
    """Words that do so unless the noun is a plural in ‑های."""
    described: dict[str, frozenset[str]]
    """A compound with a participle → nouns it describes: «حقوق عقب افتاده»."""
    states_reached: frozenset[str]
    """Words that take no تر, but tell like adjectives what something became: «آماده شده»."""
    participles: frozenset[str]
    """Second parts that are participles of a verb, too."""
    verbal_before: frozenset[str]
    """Words before which those are the verb."""
    noun_before: frozenset[str]
    no_compound: frozenset[str]
    pairs: frozenset[str]
    together: frozenset[str]
    three: dict[str, tuple[str, str]]
    """The last of three words that are one → the first two, and that one."""
    only_after: dict[str, frozenset[str]]
    """A pair that is one word only after these words; "" is the beginning of a clause."""
    before_verbs: dict[str, tuple[str, ...]]
    """A second part → the beginnings of verbs with می before which it is a word."""
    wet: frozenset[str]
    """Nouns behind which a تر typed apart means "wet"."""
    before_adverb: frozenset[str]
    """Words behind which هم begins an adverb: «به طور هم‌زمان»."""
    own_seconds: frozenset[str]
    places_before: frozenset[str]
    second_is_word: frozenset[str]
    """Forms of second parts, or of both parts, that are two words."""
    phrases: frozenset[str]
    """A second part, or both, with what comes next where the second is a word."""
    sure: frozenset[str]
    after_fellow: frozenset[str]
    fellows: frozenset[str]
    """What a fellow shares: تیمی of هم‌تیمی."""
    whose: frozenset[str]
    """Plural endings that tell whose fellows they are."""
    after_fellow_of: frozenset[str]
    """Words that tell whose fellow one is."""
    spans_of_time: frozenset[str]
    clause_begins: frozenset[str]
    host_before: frozenset[str]
    hosting: frozenset[str]
    called: frozenset[str]
    """Who or what is called with an ای before it."""
    never_indefinite: frozenset[str]
    """Words in ی that take no ای: verbs and question words."""
    lettered: frozenset[str]
    """What is told apart by letters: «گزینه ت»."""
    letters: dict[str, bool]
    """English names of letters; True for those that are not Persian words too."""
    abbreviations: tuple[str, ...]
    """Known sequences of letters' names, with blanks: «آی سی یو»."""
    after_umm: frozenset[str]
    before_letters: frozenset[str]
    month_before: frozenset[str]
    before_may: frozenset[str]
    months: frozenset[str]
    """Months that May may follow behind a و."""
    no_noun_follows: frozenset[str]
    clause_goes_on: frozenset[str]
    after_participle: frozenset[str]
    """Verbs that a participle before them belongs to: «نوشته بود»."""
    prepositions: frozenset[str]
    states: frozenset[str]
    """Prepositions with a noun that begin an adjective: در حال."""
    possessor_follows: frozenset[str]
    of_many: frozenset[str]
    broken_plurals: frozenset[str]
    """Adjectives that tell of many things: مختلف."""
    after_nouns: frozenset[str]
    """Words with two readings that are the adjective behind a noun, whoever possesses it."""
    before_many: frozenset[str]
    """Words before a plural that are no nouns with an ezafe."""
    singular_before: frozenset[str]
    measures: frozenset[str]
    """Units whose number, after a word with two readings, makes it a singular."""
    numbered: dict[str, str]
    """A word that looks like a plural → what it is behind a number: سالهای → ساله‌ای."""
    number_words: frozenset[str]
    before_names_of_numbers: frozenset[str]
    """What a number behind it names rather than counts: «سال ۹۸»."""
    counted_nouns: frozenset[str]
    """Nouns that a number and ساله‌ای or its likes describe, whatever follows."""
    named_by_numbers: frozenset[str]
    spans_behind: frozenset[str]
    """What follows a plural even behind one of these and a number: گذشته."""
    reading_signs: dict[str, ReadingSigns]
    """A word with two readings → the neighbours that decide which it has."""
    own_before: dict[str, frozenset[str]]
    """A word that is not short of a half-space before certain verbs → these verbs."""
    plural_after_and: dict[str, tuple[str, frozenset[str]]]
    """A plural without its half-space → the plural, and the words before و that make it certain."""
    particles: frozenset[str]
    sure_particles: frozenset[str]
    """Particles that hardly any word begins with."""
    after_words: frozenset[str]
    after_verbs: frozenset[str]
    never_attached: frozenset[str]
    two: dict[str, str]
    """A glued pair that looks like a word → the pair."""
    after_number: frozenset[str]
    noun_before_verb: dict[str, tuple[str, ...]]
    """A prefix of verbs that looks like a noun → how verbs begin after the noun."""
    prefixes: frozenset[str]
    with_comparatives: frozenset[str]
    """Prefixes that make one word with a noun only where تر or ترین follows."""
    a_little: frozenset[str]
    """Words after which a کم is no prefix: «یک کم»."""
    nouns_after_bi: frozenset[str]
    """Nouns before which بی is a preposition if a possessor follows: «بی کمک او»."""


def _of_units(measures: list[str]) -> frozenset[str]:
    """Return the adjectives among measures: کیلومتری and ساعته, not تومان."""
    return frozenset(word for word in by_key(measures) if word.endswith(("ی", "ه")))


@cache
def context() -> Context:
    """Return the lists for decisions by context."""
    tables = half_space_tables()
    names = {key: frozenset(by_key(listed)) for key, listed in tables["names"].items()}
    apart, beside, glued = tables["apart"], tables["context"], tables["glued"]
    return Context(
        numbers=frozenset(tables["words"]["counted"]["numbers"]),
        given_names=names["given"],
        people=names["given"] | names["of_people"],
        people_and_words=names["of_people_and_words"],
        titles=names["titles"],
        surnames=names["surnames"],
        surname_parts=names["parts_of_surnames"],
        second_surnames=frozenset(names["after_son"]),
        short_before_parts=names["short_before_parts"],
        surname_parts_and_words=names["parts_of_surnames_and_words"],
        no_ending=frozenset(apart["no_ending"]),
        esteemed=frozenset(apart["esteemed"]),
        own_words=frozenset(apart["own_words"]),
        before_trends=frozenset(apart["before_trends"]),
        own_words_unless=frozenset(apart["own_words_unless"]),
        kin=frozenset(apart["kin"]),
        ages=frozenset(apart["ages"]),
        describing=frozenset(apart["describing"]),
        little=frozenset(apart["little"]),
        not_friends=tuple(apart["not_friends"]),
        attributes=frozenset(apart["attributes"]),
        all_attributes=frozenset(apart["attributes"] + apart["listed_attributes"]),
        listed_attributes=frozenset(apart["listed_attributes"]),
        after_attribute=frozenset(apart["after_attribute"]),
        sure_after_attribute=frozenset(apart["sure_after_attribute"]),
        never_after_attribute=frozenset(
            apart["never_after_attribute"] + beside["after_participle"]
        ),
        never_before_attribute=frozenset(apart["never_before_attribute"]),
        never_before_attribute_of_one=frozenset(apart["never_before_attribute_of_one"]),
        described={pair: frozenset(nouns) for pair, nouns in apart["described"].items()},
        states_reached=frozenset(apart["states_reached"]),
        participles=frozenset(apart["participles"]),
        verbal_before=frozenset(apart["verbal_before"] + beside["after_participle"]),
        noun_before=frozenset(apart["noun_before"]),
        wet=frozenset(apart["wet"]),
        no_compound=frozenset(apart["no_ending"] + apart["no_compound"]),
        pairs=frozenset(apart["pairs"]),
        together=frozenset(apart["together"]),
        three={
            last: (pair, one)
            for three, one in apart["three"].items()
            for pair, _, last in (three.rpartition(" "),)
        },
        only_after={pair: frozenset(words) for pair, words in apart["only_after"].items()},
        before_verbs={part: tuple(begins) for part, begins in apart["before_verbs"].items()},
        before_adverb=frozenset(apart["before_adverb"]),
        own_seconds=frozenset(apart["own_seconds"]),
        places_before=frozenset(apart["places_before"]),
        second_is_word=frozenset(apart["second_is_word"]),
        phrases=frozenset(
            f"{part} {after}"
            for part, next_words in apart["phrases"].items()
            for after in next_words
        ),
        sure=frozenset(apart["sure"]),
        after_fellow=frozenset(apart["after_fellow"]),
        fellows=frozenset(noun.replace(ZWNJ, "") for noun in apart["fellows"]),
        after_fellow_of=frozenset(apart["after_fellow_of"] + beside["possessor_follows"]),
        whose=frozenset(apart["whose"]),
        spans_of_time=frozenset(apart["spans_of_time"]),
        clause_begins=frozenset(apart["clause_begins"]),
        host_before=frozenset(apart["host_before"]),
        hosting=frozenset(apart["hosting"]),
        called=frozenset(apart["called"]),
        never_indefinite=frozenset(apart["never_indefinite"]),
        lettered=frozenset(apart["lettered"]),
        letters=dict.fromkeys(apart["doubtful_letters"], False)
        | dict.fromkeys(apart["letters"], True),
        abbreviations=tuple(tables["words"]["abbreviations"]),
        after_umm=frozenset(apart["after_umm"]),
        before_letters=frozenset(apart["before_letters"]),
        month_before=frozenset(apart["month_before"]),
        before_may=frozenset(apart["before_may"]),
        months=frozenset(apart["months"]),
        no_noun_follows=frozenset(beside["no_noun_follows"]),
        clause_goes_on=frozenset(beside["clause_goes_on"]),
        after_participle=frozenset(beside["after_participle"]),
        prepositions=frozenset(beside["prepositions"]),
        states=frozenset(beside["states"]),
        possessor_follows=frozenset(beside["possessor_follows"]),
        broken_plurals=frozenset(beside["broken_plurals"]),
        of_many=frozenset(beside["of_many"]),
        after_nouns=frozenset(beside["after_nouns"]),
        before_many=frozenset(beside["before_many"]),
        singular_before=frozenset(beside["singular_before"]),
        measures=frozenset(beside["measures"]),
        numbered=by_key(beside["numbered"]),
        number_words=frozenset(beside["number_words"]),
        before_names_of_numbers=frozenset(beside["before_names_of_numbers"]),
        counted_nouns=frozenset(beside["counted_nouns"]),
        named_by_numbers=frozenset(beside["named_by_numbers"]),
        spans_behind=frozenset(beside["spans_behind"]),
        reading_signs={
            word: ReadingSigns(**{key: frozenset(words) for key, words in table.items()})
            for word, table in beside["reading"].items()
        },
        own_before={word: frozenset(verbs) for word, verbs in beside["own_before"].items()},
        plural_after_and={
            plural.replace(ZWNJ, ""): (plural, frozenset(words))
            for plural, words in beside["plural_after_and"].items()
        },
        particles=frozenset(glued["particles"]),
        sure_particles=frozenset(glued["sure_particles"]),
        after_words=frozenset(glued["after_words"]),
        after_verbs=frozenset(glued["after_verbs"]),
        never_attached=frozenset(glued["never_attached"]),
        two={
            "".join(letter for letter in pair if letter not in without): pair
            for without in (f" {ZWNJ}", " ")
            for pair in glued["two"]
        },
        after_number=frozenset(by_key(glued["after_number"])) | _of_units(beside["measures"]),
        noun_before_verb={
            noun: tuple(begins) for noun, begins in tables["verbs"]["noun_before"].items()
        },
        prefixes=frozenset(apart["prefixes"]),
        with_comparatives=frozenset(apart["with_comparatives"]),
        a_little=frozenset(apart["a_little"]),
        nouns_after_bi=frozenset(apart["nouns_after_bi"]),
    )
