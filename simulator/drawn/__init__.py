"""A scenario's graph, drawn for a terminal, as Mermaid and as DOT."""
