### Evaluations.

error-evaluation-unknown = There is no evaluation "{ $name }". There are: { $known }.
error-evaluation-no_answer = The model { $model } did not answer a single question. Look whether it runs and whether its key is right: "exoskull doctor" with EXOSKULL_MODEL={ $model } asks it once.
error-evaluation-not_all = The tables of a page hold all evaluations. Leave out the name, or "--write".
error-evaluation-all_invalid = The model { $model } answered, but nothing that could be used: { $invalid } of { $calls } questions came back in the wrong form or with claims that the facts do not hold. Its connection is fine; try a larger model, or one that can answer in JSON by a schema.
