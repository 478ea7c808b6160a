/** What is filled in for older engines answers as the engine's own does. */

const natives = {
  at: Array.prototype.at,
  atText: String.prototype.at,
  flat: Array.prototype.flat,
  flatMap: Array.prototype.flatMap,
  fromEntries: Object.fromEntries,
  replaceAll: String.prototype.replaceAll,
}
const places: readonly (readonly [object, string, unknown])[] = [
  [Array.prototype, 'at', natives.at],
  [String.prototype, 'at', natives.atText],
  [Array.prototype, 'flat', natives.flat],
  [Array.prototype, 'flatMap', natives.flatMap],
  [Object, 'fromEntries', natives.fromEntries],
  [String.prototype, 'replaceAll', natives.replaceAll],
]
const put = (on: object, name: string, value: unknown) =>
  Object.defineProperty(on, name, { value, configurable: true, writable: true })

/** Runs with the filled ones in place of the engine's; both answers are given back. */
const both = <T>(ask: () => T): [T, T] => {
  const native = ask()
  for (const [on, name] of places) Reflect.deleteProperty(on, name)
  try {
    jest.isolateModules(() => jest.requireActual('@/src/platform/older-engines'))
    return [ask(), native]
  } finally {
    for (const [on, name, value] of places) put(on, name, value)
  }
}

const list = [1, [2, [3, [4]]], 'ab', undefined]

it.each([0, 1, -1, -4, -5, 9, 1.7, -0.5, NaN])('at(%p)', (place) => {
  const [filled, native] = both(() => [list.at(place), '整改通'.at(place)])
  expect(filled).toEqual(native)
})

it.each([undefined, 0, 1, 2, Infinity])('flat(%p)', (depth) => {
  const [filled, native] = both(() => list.flat(depth))
  expect(filled).toEqual(native)
})

it('flatMap hands over the place and flattens once', () => {
  const [filled, native] = both(() =>
    [3, 1].flatMap((item, place, whole) => [[item], place, whole.length]),
  )
  expect(filled).toEqual(native)
  const [empty, none] = both(() => [1, 2].flatMap((item) => (item === 1 ? [] : item)))
  expect(empty).toEqual(none)
})

it('fromEntries takes whatever can be gone through', () => {
  const entries = new Map<string, number>([
    ['a', 1],
    ['a', 2],
    ['乙', 3],
  ])
  const [filled, native] = both(() => Object.fromEntries(entries))
  expect(filled).toEqual(native)
})

it.each([
  ['a+b+c', '+', ' '],
  ['a.b.c', '.', '$&$&'],
  ['(x)(x)', '(x)', ''],
  ['a1b22', /\d/g, 'n'],
  ['nothing', 'z', 'y'],
])('replaceAll of %p', (text, what, by) => {
  const [filled, native] = both(() => text.replaceAll(what, by))
  expect(filled).toBe(native)
})

export {}
