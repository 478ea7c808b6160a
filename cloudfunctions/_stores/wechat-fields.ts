/**
 * Limits of subscription message fields (`docs/platform-facts.md`). A value over its limit
 * makes WeChat refuse the whole message with 47003, so every value is fitted first.
 */
export const fieldTypes = [
  'thing',
  'number',
  'letter',
  'symbol',
  'character_string',
  'phrase',
  'name',
  'phone_number',
  'car_number',
  'amount',
  'time',
  'date',
] as const
export type FieldType = (typeof fieldTypes)[number]

/** `thing12` → `thing`; null for a key that is no field of a subscription message. */
export const fieldTypeOf = (key: string): FieldType | null => {
  const type = /^([a-z_]+?)\d+$/.exec(key)?.[1]
  return fieldTypes.find((known) => known === type) ?? null
}

/** Characters of a `thing`. */
export const thingLength = 20

/** Cut by code point, so that a rare character is never halved; `…` shows that text is missing. */
export const cutTo = (text: string, max: number): string => {
  const points = [...text]
  return points.length <= max ? text : `${points.slice(0, max - 1).join('')}…`
}
const keep = (text: string, wanted: RegExp, max: number): string =>
  [...text]
    .filter((point) => wanted.test(point))
    .slice(0, max)
    .join('')

const han = /\p{Script=Han}/u

const fitters: Readonly<Record<FieldType, (value: string) => string>> = {
  thing: (value) => cutTo(value, thingLength),
  number: (value) => keep(value, /\d/, 32),
  letter: (value) => keep(value, /[A-Za-z]/, 32),
  symbol: (value) => keep(value, /[^\p{L}\p{N}\s]/u, 5),
  character_string: (value) => keep(value, /[\x21-\x7e]/, 32),
  phrase: (value) => keep(value, han, 5),
  name: (value) => (han.test(value) ? keep(value, /\p{Script=Han}|·/u, 10) : cutTo(value, 20)),
  phone_number: (value) => keep(value, /[\d+-]/, 17),
  car_number: (value) => [...value].slice(0, 8).join(''),
  amount: (value) => /^[^\d\s]?\d{1,10}(\.\d+)?[元]?/.exec(value)?.[0] ?? '',
  time: (value) => cutTo(value, 32),
  date: (value) => cutTo(value, 32),
}

/**
 * The value as WeChat takes it in a field of this type: one line, no blanks at the ends, within
 * the limit. Empty when nothing of it may stand there; an empty value must not be sent.
 */
export const fitField = (type: FieldType, value: string): string =>
  fitters[type](value.replace(/\s+/g, ' ').trim()).trim()
