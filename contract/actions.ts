import { documentsActions } from './documents/actions'
import { enterpriseActions } from './enterprise/actions'
import { feedbackActions } from './feedback/actions'
import { identityActions } from './identity/actions'
import { notifierActions } from './notifier/actions'
import { opinionActions } from './opinion/actions'
import { papersActions } from './papers/actions'
import { registerActions } from './register/actions'
import { taskActions } from './task/actions'
import type * as z from './zod'

/** Everything that may cross the wire. The part before the dot is the function's name. */
export const actions = {
  ...identityActions,
  ...taskActions,
  ...feedbackActions,
  ...enterpriseActions,
  ...documentsActions,
  ...notifierActions,
  ...opinionActions,
  ...papersActions,
  ...registerActions,
} as const

export type ActionName = keyof typeof actions
/** What the client passes. */
export type ActionInput<N extends ActionName> = z.input<(typeof actions)[N]['input']>
/** What the client gets. */
export type ActionOutput<N extends ActionName> = z.output<(typeof actions)[N]['output']>

export type FunctionName = ActionName extends `${infer F}.${string}` ? F : never

/** The actions one function serves. */
export type ActionsOf<F extends FunctionName> = Extract<ActionName, `${F}.${string}`>
