"""Approaches to sleep."""

from exoskull.strategies.catalogue.parts import EVENING, MIDDAY, MORNING, approach, step
from exoskull.strategies.model import ApproachKind as Kind

SLEEP = (
    approach(
        "sleep_rise",
        Kind.SCHEDULE,
        step("alarm", 2, EVENING),
        step("light", 10, MORNING),
        step("lights_out", 2),
        source="Windred et al. 2024, doi:10.1093/sleep/zsad253",
    ),
    approach(
        "sleep_bed_for_sleep",
        Kind.TECHNIQUE,
        step("only", 2, EVENING),
        step("sleepy", 2, EVENING),
        step("get_up", 10, EVENING),
        source="Bootzin 1972, Proceedings of the American Psychological Association 7:395",
    ),
    approach(
        "sleep_dim",
        Kind.ENVIRONMENT,
        step("charger", 2, EVENING),
        step("paper", 30, EVENING),
        step("lamps", 3, EVENING),
        source="Chang et al. 2015, doi:10.1073/pnas.1418490112",
    ),
    approach(
        "sleep_caffeine",
        Kind.SUBSTITUTE,
        step("last", 2, MIDDAY),
        step("swap", 3, MIDDAY),
        step("note", 1, EVENING),
        source="Drake et al. 2013, doi:10.5664/jcsm.3170",
    ),
    approach(
        "sleep_to_do_list",
        Kind.REFLECTION,
        step("list", 5, EVENING),
        step("first", 2, EVENING),
        step("worries", 10, EVENING),
        source="Scullin et al. 2018, doi:10.1037/xge0000374",
    ),
    approach(
        "sleep_warm",
        Kind.REWARD,
        step("shower", 15, EVENING),
        step("quiet", 15, EVENING),
        step("cool", 3, EVENING),
        source="Haghayegh et al. 2019, doi:10.1016/j.smrv.2019.04.008",
    ),
    approach(
        "sleep_quarter",
        Kind.SHRINK,
        step("earlier", 15, EVENING),
        step("clothes", 5, EVENING),
        step("teeth", 5, EVENING),
        source="Kroese et al. 2014, doi:10.3389/fpsyg.2014.00611",
    ),
    approach(
        "sleep_diary",
        Kind.TRACKING,
        step("hours", 2, MORNING),
        step("mark", 1, MORNING),
        step("best", 5),
        source="Carney et al. 2012, doi:10.5665/sleep.1642",
    ),
    approach(
        "sleep_house",
        Kind.SOCIAL,
        step("agree", 5),
        step("good_night", 2, EVENING),
        step("report", 2, MORNING),
        source="Harkin et al. 2016, doi:10.1037/bul0000025",
    ),
    approach(
        "sleep_after_bad_night",
        Kind.RECOVERY,
        step("nap", 20, MIDDAY),
        step("clock", 2, EVENING),
        step("light_evening", 5),
        source="Morin et al. 2006, doi:10.1093/sleep/29.11.1398",
    ),
)
