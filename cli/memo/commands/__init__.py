"""The command line: one module a subcommand, each a plain function and its declaration."""
