"""`--store`: what each browser's store asks for, from the tree that it is about."""
