import type { ActionOutput } from '@/contract/actions'
import { callAction } from './call-action'
import { useActAs } from './session'
import { useResource } from './use-resource'

type Chain = ActionOutput<'papers.exportChain'>

/** The whole chain, page by page: a page that is behind the last one has nothing more to give. */
const wholeChain = async (taskId: string): Promise<Chain> => {
  let chain = await callAction('papers.exportChain', { taskId, after: 0 })
  while (chain.events.length < chain.length) {
    const { events } = chain
    const next = await callAction('papers.exportChain', { taskId, after: events.length })
    chain = { ...next, events: [...events, ...next.events] }
  }
  return chain
}

/** 存证: the chain of one task as it is handed to anybody. */
export function useChain(taskId: string) {
  const actAs = useActAs()
  return useResource(`chain|${actAs ?? ''}|${taskId}`, () => wholeChain(taskId))
}
