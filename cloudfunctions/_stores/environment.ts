/**
 * What the platform or the local cloud put into a function's environment, read once at its start. A
 * variable that is there and empty is not set: the platform knows no other way to leave one out.
 */
const wrong = Symbol('wrong')

type Read<T> = (value: string) => T | typeof wrong

const text: Read<string> = (value) => (value.trim() === '' ? wrong : value)
const orNull: Read<string | null> = (value) => (value === '' ? null : value)
const city: Read<string> = (value) => (/^\d{4}00$/.test(value) ? value : wrong)
const address: Read<string | null> = (value) =>
  value === '' || /^https?:\/\/\S+$/.test(value) ? value.replace(/\/+$/, '') || null : wrong

/** The first where nothing is set. */
const choice =
  <const T extends string>(...values: readonly [T, ...T[]]): Read<T> =>
  (value) =>
    value === '' ? values[0] : (values.find((each) => each === value) ?? wrong)

/** Every variable that a function of ours reads, and what a right value is. */
const variables = {
  /** Of the platform: which environment this is. */
  TCB_ENV: orNull,
  /** Empty or no keys: the gate refuses every call with one code, so that all functions say the same. */
  IDENTITY_KEYS: (value: string) => value,
  DATABASE_ADDS_SINGLY: choice('0', '1'),
  CITY_REGION: city,
  CITY_NAME: text,
  HOST_NAME: text,
  FILING_NUMBER: text,
  COMPLAINT_PHONE: text,
  FIRST_ADMINISTRATOR: text,
  TEMPLATE_ANSWER_READY: text,
  TEMPLATE_DEADLINE: text,
  TEMPLATE_TIMELINE: text,
  WECHAT_API_BASE: address,
  WECHAT_APPID: text,
  WECHAT_SECRET: text,
  MINI_PROGRAM_STATE: choice('formal', 'developer', 'trial'),
  MESSAGES: choice('wechat', 'none'),
  ALARM_WEBHOOK: address,
} as const satisfies Readonly<Record<string, Read<unknown>>>

export type VariableName = keyof typeof variables
export type Environment = {
  readonly [N in VariableName]: Exclude<ReturnType<(typeof variables)[N]>, typeof wrong>
}

/** What `openReading` needs: every function names these. */
export const ofEveryFunction = [
  'TCB_ENV',
  'IDENTITY_KEYS',
  'DATABASE_ADDS_SINGLY',
  'CITY_REGION',
] as const satisfies readonly VariableName[]

/**
 * @throws Error at start that names all that is missing or wrong, and tells no value
 */
export const environmentFrom = <N extends VariableName>(
  env: Readonly<Record<string, string | undefined>>,
  names: readonly N[],
): Pick<Environment, N> => {
  const read = names.map((name) => [name, variables[name](env[name] ?? '')] as const)
  const faults = read.filter(([, value]) => value === wrong)
  if (faults.length > 0)
    throw new Error(
      faults.map(([name]) => `${name} is ${env[name] ? 'wrong' : 'not set'}`).join(', '),
    )
  return Object.fromEntries(read) as Pick<Environment, N>
}
