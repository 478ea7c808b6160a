import { RuleError } from '@/domain/refusal'

/** The code and fields with which a rule refused; fails the test when it did not. */
export const refusalOf = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    if (!(error instanceof RuleError)) throw error
    return error.fields.length > 0 ? `${error.code} ${error.fields.join(' ')}` : error.code
  }
  throw new Error('nothing was refused')
}
