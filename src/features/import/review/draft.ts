import type { ActionOutput } from '@/contract/actions'

export type Draft = ActionOutput<'documents.getDraft'>
export type Batch = ActionOutput<'documents.startImport'>
export type DraftRow = ActionOutput<'documents.getBatch'>['items'][number]
export type Unsure = Draft['unsure'][number]

/** `[start, end)` in the whole text, as the draft's spans are. */
export type Span = readonly [number, number]

export const openCount = ({ unsure }: Pick<Draft, 'unsure'>) =>
  unsure.filter(({ decided }) => decided === null).length
