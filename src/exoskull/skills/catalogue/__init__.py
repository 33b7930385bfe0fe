"""What can be written without a model: skills that only lack their particulars."""

from collections.abc import Mapping

from exoskull.skills.catalogue import comparing, measuring, planning, reckoning, reminding
from exoskull.skills.catalogue.template import Template

CATALOGUE: Mapping[str, Template] = {
    template.name: template
    for module in (measuring, comparing, reckoning, planning, reminding)
    for template in module.TEMPLATES
}
"""Every template by its name."""
