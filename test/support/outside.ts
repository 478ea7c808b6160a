/**
 * Node's own `require`. jest gives every test's file fresh modules, compiled anew; what is loaded by this one is
 * loaded once for all files of a worker and is warm in the second. Its objects are of another realm: what it
 * answers is read, never compared.
 */
export const requireOutside = process.getBuiltinModule('node:module').createRequire(__filename)
