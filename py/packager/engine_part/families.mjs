/**
 * What Python code can come to without having been seen there: whatever a type that is in the heap does
 * when it is used, and every function that a module in the heap offers.
 *
 * The types and functions say themselves where their code is, in structures of CPython whose layout is
 * that of 32 bits: Include/cpython/object.h, Include/cpython/methodobject.h, Include/cpython/descrobject.h.
 */

const FIND = `
def families():
    import sys
    from json import dumps
    from types import BuiltinFunctionType, WrapperDescriptorType

    types, open_ = {}, [object]
    while open_:
        one = open_.pop()
        if id(one) not in types:
            types[id(one)] = one
            open_ += type.__subclasses__(one)
    values = [value for one in types.values() for value in tuple(vars(one).values())]
    for module in list(sys.modules.values()):
        values += getattr(module, "__dict__", {}).values()
    values = [getattr(value, "__func__", value) if isinstance(value, (staticmethod, classmethod)) else value for value in values]
    return dumps({
        "types": list(types),
        "functions": [id(one) for one in values if type(one) is BuiltinFunctionType],
        "wrappers": [id(one) for one in values if type(one) is WrapperDescriptorType],
    })
families
`;

const WORD = 4;
// PyTypeObject: the words that are functions, and those that lead to structures of functions, with their sizes.
const SLOTS = [24, 32, 36, 44, 60, 64, 68, 72, 76, 92, 96, 100, 108, 112, 136, 140, 148, 152, 156, 160, 164, 188, 196, 200];
const SUITES = [[40, 4], [48, 36], [52, 10], [56, 3], [80, 2]]; // tp_as_async, _number, _sequence, _mapping, _buffer
// Arrays that end with a name of 0: where in the type, the size of an entry, the functions in one.
const ARRAYS = [
  [116, 16, [4]], // tp_methods: PyMethodDef
  [124, 20, [4, 8]], // tp_getset: PyGetSetDef
];
const DEFINITION = 8; // PyCFunctionObject.m_ml, a PyMethodDef
const WRAPPER = [20, 12]; // PyWrapperDescrObject.d_base, its wrapper
const WRAPPED = 24; // PyWrapperDescrObject.d_wrapped

/** The indices, in the module, of the functions behind the types and modules that a Python has. */
export function families(python, table) {
  const { types, functions, wrappers } = JSON.parse(python.runPython(FIND)());
  const memory = new Uint32Array(python._module.HEAPU8.buffer);
  const at = (address) => memory[address / WORD];
  const places = [
    ...types.flatMap((type) => placesOf(type, at)),
    ...functions.map((one) => at(at(one + DEFINITION) + WORD)),
    ...wrappers.flatMap((one) => [at(one + WRAPPED), at(at(one + WRAPPER[0]) + WRAPPER[1])]),
  ];
  // A function that is exported to scripts has its index for a name.
  const found = places.filter((place) => place > 0 && place < table.length).map((place) => Number(table.get(place)?.name));
  return new Set(found.filter(Number.isInteger));
}

/** The places in the table that a type mentions. */
function placesOf(type, at) {
  const places = SLOTS.map((slot) => at(type + slot));
  for (const [slot, size] of SUITES) {
    const suite = at(type + slot);
    if (suite) places.push(...Array.from({ length: size }, (_, n) => at(suite + n * WORD)));
  }
  for (const [slot, size, fields] of ARRAYS) {
    for (let entry = at(type + slot); entry && at(entry); entry += size) places.push(...fields.map((field) => at(entry + field)));
  }
  return places;
}
