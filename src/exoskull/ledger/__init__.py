"""The ledger of decisions: what was drawn with what chances, what came of it, what was learned."""
