import type { ActionInput, ActionName, ActionOutput } from '@/contract/actions'

type Ok = <N extends ActionName>(
  who: 'coordinator' | 'publisher',
  action: N,
  input: ActionInput<N>,
) => Promise<ActionOutput<N>>

/** Both who check a text open each of its places. @returns the digest of what they read */
export const readAll = async (ok: Ok, taskId: string): Promise<string> => {
  const { digest, places } = await ok('coordinator', 'task.previewRelease', { taskId })
  const read = { taskId, digest, places: places.all }
  if (places.all.length > 0) {
    await ok('coordinator', 'task.readPlaces', { ...read, check: 'secrecy' })
    await ok('publisher', 'task.readPlaces', { ...read, check: 'openness' })
  }
  return digest
}
