/**
 * Built-ins that the rules use (the last one: Taro's router) and the oldest engines we declare (`browserslist` in
 * package.json: Chrome 66, iOS 12) do not have. Nothing else newer may be used on a phone; the lint
 * says so (docs/adr/0015). core-js would bring 20 KB for these.
 */

const put = <T extends object>(on: T, name: keyof T & string, value: unknown): void => {
  if (typeof on[name] === 'function') return
  Object.defineProperty(on, name, { value, configurable: true, writable: true })
}

function at<T>(this: ArrayLike<T>, place: number): T | undefined {
  const whole = Math.trunc(place) || 0
  return this[whole < 0 ? this.length + whole : whole]
}

const flatten = (list: readonly unknown[], depth: number): unknown[] => {
  const flat: unknown[] = []
  list.forEach((item) => {
    if (Array.isArray(item) && depth >= 1) flat.push(...flatten(item, depth - 1))
    else flat.push(item)
  })
  return flat
}

function flat(this: readonly unknown[], depth = 1): unknown[] {
  return flatten(this, depth)
}

function flatMap<T>(
  this: readonly T[],
  turn: (item: T, place: number, list: readonly T[]) => unknown,
  self?: unknown,
): unknown[] {
  return flatten(this.map(turn, self), 1)
}

const fromEntries = (entries: Iterable<readonly [PropertyKey, unknown]>): object => {
  const made: Record<PropertyKey, unknown> = {}
  for (const [name, value] of entries) made[name] = value
  return made
}

function replaceAll(
  this: string,
  what: string | RegExp,
  by: string & ((match: string) => string),
): string {
  if (typeof what !== 'string') return this.replace(what, by)
  return this.replace(new RegExp(what.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'), 'g'), by)
}

put(Array.prototype, 'at', at)
put(String.prototype, 'at', at)
put(Array.prototype, 'flat', flat)
put(Array.prototype, 'flatMap', flatMap)
put(Object, 'fromEntries', fromEntries)
put(String.prototype, 'replaceAll', replaceAll)

export {}
