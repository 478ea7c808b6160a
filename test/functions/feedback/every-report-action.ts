import type { ActionInput, ActionName } from '@/contract/actions'
import type { Reply } from '@/contract/envelope'
import type { TestApp } from '../../support/app'
import type { Colleague } from '../../support/organization'
import { admission, answerOf } from './desk'

type FeedbackAction = Extract<ActionName, `feedback.${string}`>
export type WithId = {
  [N in FeedbackAction]: ActionInput<N> extends { feedbackId: string } ? N : never
}[FeedbackAction]

/** Every action that takes the id of a report. */
export const inputs: { readonly [N in WithId]: (feedbackId: string) => ActionInput<N> } = {
  'feedback.get': (feedbackId) => ({ feedbackId }),
  'feedback.supplement': (feedbackId) => ({ feedbackId, words: '再说一句', photoIds: [] }),
  'feedback.withdraw': (feedbackId) => ({ feedbackId }),
  'feedback.rate': (feedbackId) => ({ feedbackId, rating: 'done', words: '' }),
  'feedback.getHandled': (feedbackId) => ({ feedbackId }),
  'feedback.openOriginal': (feedbackId) => ({ feedbackId, reason: '看看' }),
  'feedback.admit': (feedbackId) => admission(feedbackId),
  'feedback.decline': (feedbackId) => ({ feedbackId, reason: '请向12345反映' }),
  'feedback.listNextDesks': (feedbackId) => ({ feedbackId, accusedUnitIds: [] }),
  'feedback.handOverDesk': (feedbackId) => ({
    feedbackId,
    to: { regionCode: '440900' },
    accusedUnitIds: [],
    reason: '反映的是本单位',
  }),
  'feedback.correctAccused': (feedbackId) => ({ feedbackId, accusedUnitIds: [], reason: '误标' }),
  'feedback.takeBack': (feedbackId) => ({ feedbackId, reason: '单位没有人手' }),
  'feedback.assign': (feedbackId) => ({ feedbackId, unitId: 'unit-of-nobody' }),
  'feedback.returnToIntake': (feedbackId) => ({ feedbackId, reason: '不属于' }),
  'feedback.submitAnswer': answerOf,
  'feedback.submitSecondAnswer': answerOf,
  'feedback.releaseAnswer': (feedbackId) => ({ feedbackId }),
  'feedback.returnAnswer': (feedbackId) => ({ feedbackId, reason: '再核' }),
  'feedback.extendAnswer': (feedbackId) => ({ feedbackId, reason: '等检测' }),
  'feedback.listMergeTargets': (feedbackId) => ({ feedbackId }),
  'feedback.merge': (feedbackId) => ({ feedbackId, intoId: 'another-report' }),
}
export const actions = Object.keys(inputs) as WithId[]

/** All that a refusal says, but for the id of the call. */
export const saidBy = (reply: Reply<unknown>) => {
  if (reply.ok) return { ok: true }
  return Object.fromEntries(Object.entries(reply.error).filter(([name]) => name !== 'requestId'))
}

/** What one action answers to one id. */
export const said = async (
  app: TestApp,
  { openid, actAs }: Colleague,
  action: WithId,
  feedbackId: string,
) => saidBy(await app.call(openid, action, inputs[action](feedbackId), { actAs }))
