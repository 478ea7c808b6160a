import { useAction } from '@/src/platform/use-action'
import { usePages } from '@/src/platform/use-pages'

const everything = {}
const mostRounds = 4

/** Imported lists, and the names of the office's rounds, registered and only named by a list. */
export function useBatchList() {
  const list = usePages('documents.listBatches', everything, { refreshOnShow: true })
  const known = useAction('documents.listRounds', everything, { refreshOnShow: true }).load
  const own = known.face === 'ready' ? known.data.items.filter((round) => round.own) : []
  const named = known.face === 'ready' ? known.data.named : []
  const rounds = [...own, ...named].map(({ name }) => name).slice(0, mostRounds)
  return { ...list, rounds }
}

export type BatchList = ReturnType<typeof useBatchList>
