"""Tools of other programs (MCP servers), untrusted, behind the gate."""
