import type { ActionInput, ActionName, ActionOutput } from '@/contract/actions'
import { callAction } from './call-action'
import { useActAs } from './session'
import { type LoadOptions, useResource } from './use-resource'

/**
 * Loads by an action, again whenever its input or the membership changes.
 * @param input null: nothing to ask yet (the face is `loading`)
 */
export function useAction<N extends ActionName>(
  name: N,
  input: ActionInput<N> | null,
  options: LoadOptions = {},
) {
  const actAs = useActAs()
  const asked = input === null ? null : JSON.stringify(input)
  const { load, reload, retry } = useResource<ActionOutput<N>>(
    asked && `${name}|${actAs ?? ''}|${asked}`,
    () => callAction(name, JSON.parse(asked ?? '{}') as ActionInput<N>),
    options,
  )
  return { load, reload, retry }
}
