"""Content files -> one frozen Catalog: the records, the loader, the check of references."""
