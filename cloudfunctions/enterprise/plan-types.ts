/** Files a firm makes plans with, by the ending of the name and the first bytes. */
const firstBytes = {
  pdf: ['25504446'],
  docx: ['504b0304'],
  xlsx: ['504b0304'],
  doc: ['d0cf11e0'],
  xls: ['d0cf11e0'],
  jpg: ['ffd8ff'],
  png: ['89504e47'],
} as const satisfies Record<string, readonly string[]>

export type PlanType = keyof typeof firstBytes

const isPlanType = (ending: string): ending is PlanType => Object.hasOwn(firstBytes, ending)

/** Null when the name's ending is none of ours. */
export const planTypeOf = (fileName: string): PlanType | null => {
  const ending = fileName.toLowerCase().split('.').at(-1) ?? ''
  const named = ending === 'jpeg' ? 'jpg' : ending
  return fileName.includes('.') && isPlanType(named) ? named : null
}

/** True when the bytes begin as the type does. */
export const isOfType = (bytes: Buffer, type: string): boolean =>
  isPlanType(type) &&
  firstBytes[type].some((prefix) => bytes.toString('hex', 0, 8).startsWith(prefix))
