"""The catalogue of metrics, and the words that lead to it."""

from exoskull.language.lemmas import about
from exoskull.language.metrics import METRICS, SLUG, Daily, metric_named, related
from exoskull.language.purposes import purpose
from exoskull.language.topics import NOUNS, TOPICS


def test_every_metric_that_words_lead_to_is_in_the_catalogue():
    for topic in TOPICS.values():
        for metric, factor in topic.metrics.values():
            assert metric in METRICS
            assert factor > 0
        assert topic.main in METRICS
        assert topic.session is None or topic.session in METRICS
    assert all(topic in TOPICS for topic, _ in NOUNS.values())


def test_every_metric_has_a_name_a_range_and_a_way_to_add_up():
    for slug, metric in METRICS.items():
        assert SLUG.fullmatch(slug)
        assert metric.low < metric.high
        assert isinstance(metric.daily, Daily)


def test_metrics_of_one_activity_are_related():
    assert related("runs") == ("runs", "run_km", "run_minutes")
    assert related("gitara_minutes") == ("gitara_minutes",)


def test_a_metric_of_ones_own_sums_up_by_the_day():
    own = metric_named("gitara_minutes")
    assert (own.unit, own.daily) == ("min", Daily.SUM)


def test_a_known_noun_behind_o_becomes_its_basic_form_and_another_stays():
    assert about("dentyście") == "dentysta"
    assert about("dentyscie") == "dentysta"
    assert about("wizycie u lekarza") == "wizyta u lekarza"
    assert about("Kubie") == "o Kubie"


def test_a_purpose_is_said_as_the_thing_to_do():
    assert purpose("zadzwoniła do mamy") == "zadzwonić do mamy"
    assert purpose("wziął leki") == "wziąć leki"
    assert purpose("wyjęła pranie") == "wyjąć pranie"
    assert purpose("coś zjadł") == "coś zjeść"
    assert purpose("kupić mleko") == "kupić mleko"
