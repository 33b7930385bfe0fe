"""A value that cannot be is told beside its field, and nothing that was typed is lost."""

import re

import httpx2
import pytest
from serving import anna
from serving.served import Served
from serving.visiting import HERE, entered

BAD: tuple[tuple[str, dict[str, str], str, str], ...] = (
    ("you", {"name": "Ola", "timezone": "Nigdzie", "language": "en"}, "timezone", "Nigdzie"),
    ("you", {"name": " ", "timezone": "Europe/Rome", "language": "en"}, "name", " "),
    ("hours", {"morning_at": "6:15", "evening_at": "99:99"}, "evening_at", "99:99"),
    ("channels", {"email": "ola(at)home", "phone": "+48123456789"}, "email", "ola(at)home"),
    ("channels", {"email": "ola@example.org", "phone": "12"}, "phone", "12"),
    ("budget", {"ai_budget_cents": "a lot"}, "ai_budget_cents", "a lot"),
)


def beside(page: str, section: str, field: str) -> str:
    """What stands beside the field, and that the field says that it is described by it."""
    found = re.search(rf'id="wrong-{section}-{field}" role="alert">([^<]+)<', page)
    assert found, "nothing stands beside the field"
    tag = re.search(rf'<input[^>]*name="{field}"[^>]*aria-describedby="[^"]*wrong-', page)
    assert tag, "the field does not say what is wrong with it"
    return found[1]


@pytest.mark.parametrize(("section", "given", "field", "typed"), BAD)
async def test_what_is_wrong_stands_beside_the_field_and_what_was_typed_stays(
    browser: httpx2.AsyncClient, section: str, given: dict[str, str], field: str, typed: str
) -> None:
    answer = await browser.post("/settings", data=given | {"section": section}, headers=HERE)
    assert answer.status_code == 422
    assert "in_app, email, sms" not in beside(answer.text, section, field)
    for value in given.values():
        assert f'value="{value}"' in answer.text
    assert typed in given.values()


async def test_a_day_that_has_passed_is_no_pause(browser: httpx2.AsyncClient) -> None:
    for until in ("2020-01-01", "someday", "9999-12-31"):
        path, data = "/settings/pause-until", {"until": until}
        answer = await browser.post(path, data=data, headers=HERE)
        assert answer.status_code == 422
        assert "Choose today or a later day" in beside(answer.text, "pause", "until")
        assert f'value="{until}"' in answer.text
        assert "Paused until" not in answer.text


@pytest.mark.parametrize(
    ("language", "says"), [("pl", "Wpisz je dokładnie tak"), ("en", "Type it exactly as")]
)
async def test_another_name_deletes_nothing_and_can_be_mended(
    web: Served, language: str, says: str
) -> None:
    me = await anna.arrive(web, language=language, name="Zosia")
    browser = await entered(web, me)
    answer = await browser.post("/settings/delete", data={"name": "zosia?"}, headers=HERE)
    assert answer.status_code == 422
    assert says in beside(answer.text, "delete", "name")
    assert 'value="zosia?"' in answer.text


@pytest.mark.parametrize("path", ["/settings", "/settings/model", "/optimization"])
@pytest.mark.parametrize(
    ("language", "says"),
    [("pl", "Dziś: 0 centów z 50 centów."), ("en", "Today: 0 cents of 50 cents.")],
)
async def test_money_is_told_in_the_same_words_everywhere(
    web: Served, path: str, language: str, says: str
) -> None:
    browser = await entered(web, await anna.arrive(web, language=language, name="Zosia"))
    page = (await browser.get(path)).text
    assert says in page
    assert "¢" not in page
