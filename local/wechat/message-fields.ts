const points = (text: string) => [...text].length
const HAN = /^[\u3400-\u9fff\u{20000}-\u{2fa1f}]+$/u
const HAS_HAN = /[\u3400-\u9fff\u{20000}-\u{2fa1f}]/u

type FieldTest = (value: string) => boolean

const TIME = '([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?'
const DATE = '\\d{4}(年\\d{1,2}月\\d{1,2}日|[-/.]\\d{1,2}[-/.]\\d{1,2})'
const whole = (pattern: string) => new RegExp(`^(${pattern})(\\s*~\\s*(${pattern}))?$`)
const time = whole(`(${DATE}\\s*)?${TIME}`)
const date = whole(`${DATE}(\\s*${TIME})?`)

/** What each type of template field accepts, by WeChat's table of subscription-message parameters. */
const TESTS: Record<string, FieldTest> = {
  thing: (value) => points(value) <= 20,
  number: (value) => /^-?\d{1,32}(\.\d+)?$/.test(value) && value.length <= 32,
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => points(value) <= 5 && !/[\p{L}\p{N}]/u.test(value),
  character_string: (value) => /^[\x20-\x7e]{1,32}$/.test(value),
  time: (value) => time.test(value) || date.test(value),
  date: (value) => date.test(value) || time.test(value),
  // One sign of a currency, at most ten digits with decimals, 元 at the end.
  amount: (value) => /^[^\d\s.,\-\p{L}]?\d{1,10}(\.\d+)?元?$/u.test(value),
  phone_number: (value) => /^[\d+() -]{1,17}$/.test(value),
  // Only the first and the last of at most eight may be Chinese: 粤A8Z888挂.
  car_number: (value) => points(value) <= 8 && /^.?[A-Za-z0-9·]*.?$/u.test(value),
  // Chinese, also mixed with letters: 10; letters and signs alone: 20.
  name: (value) => !/\p{N}/u.test(value) && points(value) <= (HAS_HAN.test(value) ? 10 : 20),
  phrase: (value) => HAN.test(value) && points(value) <= 5,
}

/** Type of a field by its name: `thing12` is a `thing`. Null for a name of no known type. */
function fieldType(name: string): string | null {
  const type = /^([a-z_]+?)\d+$/.exec(name)?.[1]
  return type && Object.hasOwn(TESTS, type) ? type : null
}

/**
 * Why WeChat would refuse a field, or null when it would take it.
 * @returns the text that follows `data.<name>.value` in a 47003
 */
export function fieldFault(name: string, value: unknown): 'is empty' | 'invalid' | null {
  const type = fieldType(name)
  if (type === null) return 'invalid'
  const text = typeof value === 'number' ? String(value) : value
  if (text === undefined || text === null || text === '') return 'is empty'
  if (typeof text !== 'string' || /\p{Cc}/u.test(text)) return 'invalid'
  if (text.trim() === '') return 'is empty'
  return (TESTS[type] as FieldTest)(text) ? null : 'invalid'
}
