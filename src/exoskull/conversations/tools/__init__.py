"""The product's own verbs as a model in the chat may call them. There is none that makes a rule, a
preference or an outcome, answers a question in the person's place, or writes to anybody else."""
