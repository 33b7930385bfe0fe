### Evaluations.

error-evaluation-unknown = There is no evaluation "{ $name }". There are: { $known }.
error-evaluation-no_answer = The model { $model } did not answer a single question. Look whether it runs and whether its key is right: "exoskull doctor" with EXOSKULL_MODEL={ $model } asks it once.
error-evaluation-not_all = The tables of a page hold all evaluations. Leave out the name, or "--write".
