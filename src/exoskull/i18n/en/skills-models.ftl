### Skills that a model writes, and instructions that a model follows.

part-written-by = { $written_by ->
    [none] {""}
   *[other] {" "}A model wrote it.
}
skill-followed = Written by a model: { $text }
skill-follow = Use it now
skill-follow-said = What is it about? You may leave this empty.
skill-follow-about = A language model reads the instruction, your goals, your open tasks and your measures of the last 14 days, and writes an answer. It can do nothing else.
skill-follow-now = Ask the model

error-skill-no_instruction = The skill "{ $name }" is code, and runs without a model. Run it instead.
error-skill-needs_model = An instruction needs a language model, and none is set up. Set EXOSKULL_MODEL, or add a key of your own in the settings.
error-skill-model_declined = The language model gave no answer this time. Try again later; the page "Settings" shows what is left of the AI budget.
