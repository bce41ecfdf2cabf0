"""The Python in the package: library, bytecode, archive, heap snapshot."""
