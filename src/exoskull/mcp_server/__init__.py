"""The assistant's verbs for other programs' agents: an MCP server behind the same tokens."""
