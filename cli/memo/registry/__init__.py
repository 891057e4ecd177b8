"""Documents in files: the model, the file format, the registry of bundled and own documents, selection."""
