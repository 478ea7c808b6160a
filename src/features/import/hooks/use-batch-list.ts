import { usePages } from '@/src/platform/use-pages'

const everything = {}
const mostRounds = 4

/** Imported lists, and the names of the rounds they belong to. */
export function useBatchList() {
  const list = usePages('documents.listBatches', everything, { refreshOnShow: true })
  const items = list.load.face === 'ready' ? list.load.data.items : []
  const rounds = [...new Set(items.map(({ roundName }) => roundName))].slice(0, mostRounds)
  return { ...list, rounds }
}

export type BatchList = ReturnType<typeof useBatchList>
