"""TimescaleDB: PostgreSQL as WebAssembly in a Node that is a Python package, behind the PostgreSQL wire protocol."""
