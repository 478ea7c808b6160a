import type { ActionInput, ActionName, ActionOutput } from '@/contract/actions'
import type { MessageTemplate } from '@/domain/reminder/template'

/** One thing a person does on a page: what is sent, and what follows when it arrived. */
export interface Deed {
  readonly action: ActionName
  readonly input: unknown
  /** Said when it is done. */
  readonly told?: string | ((output: never) => string)
  /** Messages to ask consent for in the same tap. */
  readonly consent?: readonly MessageTemplate[]
  /** In place of loading the page anew, e.g. to go back. */
  readonly then?: (output: never) => void
}

interface Following<N extends ActionName> {
  readonly told?: string | ((output: ActionOutput<N>) => string)
  readonly consent?: readonly MessageTemplate[]
  readonly then?: (output: ActionOutput<N>) => void
}

/** A deed, with input and output of its action. */
export const deed = <N extends ActionName>(
  action: N,
  input: ActionInput<N>,
  following: Following<N> = {},
): Deed => ({ action, input, ...following })
