import { fieldsOf } from '@/domain/known'
import Taro from '@tarojs/taro'
import { gateway } from './build'

const outcomes = ['accept', 'reject', 'ban', 'filter'] as const
export type ConsentOutcome = (typeof outcomes)[number]
export interface ConsentResult {
  readonly templateId: string
  readonly outcome: ConsentOutcome
}

type Asker = (templateIds: readonly string[]) => Promise<readonly ConsentResult[]>

/** WeChat takes at most three templates a call. */
const most = 3

let localAsker: Asker | null = null

/** The local demonstration answers in WeChat's place with a sheet of its own. */
export function answerConsentBy(asker: Asker | null) {
  localAsker = asker
}

/** A browser page of a deployed build has nobody to ask. */
export const canAskConsent = () => process.env.TARO_ENV !== 'h5' || localAsker !== null

const outcomeOf = (value: unknown): ConsentOutcome =>
  outcomes.find((outcome) => outcome === value) ?? 'reject'

/** The person's main switch is off: an answer, and the same for every template. */
const mainSwitchOff = 20004

/**
 * Asks for consent to send messages. Must be the first thing a tap handler does, before any
 * `await`: WeChat refuses it otherwise. One consent = one message. An answer comes for every
 * template. Empty when nobody was asked: without a network, and on H5 pages of a deployed build,
 * which have no WeChat.
 */
export async function askConsent(templateIds: readonly string[]): Promise<ConsentResult[]> {
  const ids = templateIds.slice(0, most)
  if (ids.length === 0) return []
  if (process.env.TARO_ENV === 'h5' || (gateway === 'http' && localAsker)) {
    return localAsker ? [...(await localAsker(ids))] : []
  }
  try {
    const reply: Readonly<Record<string, unknown>> = {
      ...(await Taro.requestSubscribeMessage({ tmplIds: [...ids], entityIds: [] })),
    }
    return ids.map((templateId) => ({ templateId, outcome: outcomeOf(reply[templateId]) }))
  } catch (caught) {
    if (fieldsOf(caught).errCode !== mainSwitchOff) return []
    return ids.map((templateId) => ({ templateId, outcome: 'reject' }))
  }
}
