"""Writing a skill file: a template of the catalogue, filled. Pure, no model.

Whoever writes files some other way (a model) does it as a `Writer`: see `writing.py`.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import Template as Blanks
from typing import Any

import yaml

from exoskull.i18n import listing
from exoskull.i18n.catalogue import catalogue
from exoskull.i18n.translate import text
from exoskull.skills.catalogue import CATALOGUE
from exoskull.skills.catalogue.code import IMPORTS, PARTS
from exoskull.skills.catalogue.template import Template, Words

_SAY = re.compile(r"\$say_([a-z_]+)")
_NAME_MAX = 64


class SlotMissing(Exception):
    """A template lacks a particular that nobody said, and that cannot be known."""

    def __init__(self, slot: str) -> None:
        super().__init__(slot)
        self.slot = slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A skill file as text, and the name that it bears."""

    name: str
    file: str


def slots_of(template: Template, known: Mapping[str, Any]) -> dict[str, Any]:
    """The slots of `template`: what is `known`, else what is usual; raises SlotMissing."""
    filled = {}
    for name, usual in template.slots.items():
        value = known.get(name, usual)
        if value is ... or value is None:
            raise SlotMissing(name)
        filled[name] = value
    return filled


def base_name(template: str, slots: Mapping[str, Any]) -> str:
    """What a skill of `template` is called: of a metric, with the metric."""
    of = [template, *(str(slots[one]) for one in ("metric", "other") if one in slots)]
    plain = re.sub(r"[^a-z0-9]+", "-", "-".join(of).lower()).strip("-")
    return plain[:_NAME_MAX].rstrip("-")


def write(template_name: str, known: Mapping[str, Any], language: str, *, name: str) -> Written:
    """The file of a template, in `language`.

    Args:
        known: particulars by slot; what a person wrote among them is only ever data.
        name: that it is to bear; free of others.

    Raises:
        SlotMissing: see `slots_of`.
    """
    template = CATALOGUE[template_name]
    slots = slots_of(template, known)
    words = Words(template=template.name, language=language, slots=slots)
    front = {
        "name": name,
        "description": about(template.name, slots, language),
        "parameters": _parameters(template, slots),
        "capabilities": list(template.capabilities),
        "examples": [dict(one) for one in template.examples(words)],
    }
    shown = yaml.dump(
        front, Dumper=_Plain, sort_keys=False, allow_unicode=True, default_flow_style=None, width=98
    )
    return Written(name=name, file=f"---\n{shown}---\n\n```python\n{_code(template, words)}```\n")


class _Plain(yaml.SafeDumper):
    """Without anchors and aliases, which a skill file may not have."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def about(template: str, slots: Mapping[str, Any], language: str) -> str:
    """What a skill of `template` says of itself, in one sentence."""
    words = Words(template=template, language=language, slots=slots)
    key = f"skill-about-{template}"
    entry = catalogue(language).entries[key]
    plain = {name: _shown(slots[name], words) for name in entry.required if name in slots}
    told = plain | words.facts()
    if "label" in entry.optional and slots.get("label"):
        told["label"] = str(slots["label"])
    if "limit" in told:
        told["limit"] = words.amount(f"{float(slots['limit']):g}")
    wanted = {
        name: value for name, value in told.items() if name in entry.required | entry.optional
    }
    return text(language, key, **wanted)


def _shown(value: Any, words: Words) -> str:
    if isinstance(value, float):
        return words.num(f"{value:g}")
    if isinstance(value, list | tuple):
        return listing([str(one) for one in value], words.language)
    return str(value)


def _parameters(template: Template, slots: Mapping[str, Any]) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    for name, schema in template.properties.items():
        own = dict(schema)
        match own.get("default"):
            case str(slot) if slot.startswith("$"):
                own["default"] = slots[slot[1:]]
            case None if "default" in own:
                del own["default"]  # may be left out, with nothing in its place
        properties[name] = own
    needed = [name for name, schema in template.properties.items() if "default" not in schema]
    shape: dict[str, Any] = {"type": "object", "properties": properties}
    if needed:
        shape["required"] = needed
    return shape | {"additionalProperties": False}


def _code(template: Template, words: Words) -> str:
    parts = [words.slots["daily"] if part == "of_day" else part for part in template.parts]
    if "metric" in words.slots and "of_day" in template.parts and "daily" not in words.slots:
        raise KeyError("daily")
    imports = sorted({IMPORTS[part] for part in parts if part in IMPORTS})
    pieces = [PARTS[part].strip("\n") for part in _ordered(parts)]
    body = template.code.strip("\n")
    sentences = {
        f"say_{name}": repr(words.pattern(name.replace("any_", "any-"), **words.facts()))
        for name in _SAY.findall(body)
    }
    literals = {name.upper(): _literal(value) for name, value in words.slots.items()}
    fixed = {"POINT": repr(words.point), "UNIT": repr(words.unit)}
    whole = "\n\n\n".join([*_joined(imports), *pieces, body])
    return Blanks(whole).substitute(literals | fixed | sentences) + "\n"


def _joined(imports: Sequence[str]) -> list[str]:
    return ["\n".join(imports)] if imports else []


def _ordered(parts: Sequence[str]) -> list[str]:
    wanted = list(dict.fromkeys(part for part in parts if part in PARTS))
    return sorted(wanted, key=list(PARTS).index)


def _literal(value: Any) -> str:
    """`value` as Python writes it; text in double quotes, so that no quote ends it."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_literal, value)) + "]"
    return repr(value)
