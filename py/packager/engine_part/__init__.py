"""The code of Pyodide that the guide needs, out of the module as released.

A browser compiles, or at least reads, all code of a module before it runs any. Of Pyodide's
thirteen thousand functions the guide reaches two thousand. So the build makes, of the released
module, one that has the code of these and a trap in place of the others, and keeps the other code
aside for whoever meets such a trap: extension/engine/engine.js then puts both together, and takes
the turn again with all code.

reached.json   the functions that were seen to run, and those behind the types and modules of the
               heap, by their place in the module; made by `build.py --renew --engine`
make_engine    writes both, and what is in memory once the module is linked, its data being left out
shake          writes the script that links it, without what nobody calls: a third of it stays
gate           sees that a visit leaves the same heap with what was cut as with what was released

sections, calls, instrument and cut read and write WebAssembly, and know nothing of Pyodide.
"""
