"""The catalogue of approaches, one file for each category.

Their words stand in the texts: `approach-<key>` and `step-<approach>-<step>`, one file of texts
for each category too. Keys are kept with people's trials: they are never renamed nor taken out.
"""

from exoskull.strategies.catalogue.finance import FINANCE
from exoskull.strategies.catalogue.fitness import FITNESS
from exoskull.strategies.catalogue.habits import HABITS
from exoskull.strategies.catalogue.health import HEALTH
from exoskull.strategies.catalogue.learning import LEARNING
from exoskull.strategies.catalogue.relations import RELATIONS
from exoskull.strategies.catalogue.sleep import SLEEP
from exoskull.strategies.catalogue.work import WORK
from exoskull.strategies.model import Approach

CATALOGUE: tuple[Approach, ...] = (
    *HEALTH,
    *FITNESS,
    *SLEEP,
    *FINANCE,
    *LEARNING,
    *WORK,
    *RELATIONS,
    *HABITS,
)

BY_KEY = {approach.key: approach for approach in CATALOGUE}
