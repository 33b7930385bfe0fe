"""The assistant as existing chat clients know one: OpenAI's chat completions."""
