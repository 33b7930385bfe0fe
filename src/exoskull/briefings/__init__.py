"""The morning plan and the evening reflection: what a day holds, and what came of it."""
