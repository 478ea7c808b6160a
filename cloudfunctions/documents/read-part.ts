import type { DraftTask } from '@/domain/import/draft'
import { workCalendar } from '../_kit/work-calendar'
import { draftsOfList } from './drafts-of-list'
import { parseList } from './importer/parse-list'

type Span = readonly [number, number]

/**
 * Reads a part of a list's text as a text of its own.
 * @param from where the part begins in the whole text: all places count in that
 */
export const readPart = (text: string, from: number, batchId: string): DraftTask[] => {
  const moved = ([start, end]: Span): Span => [start + from, end + from]
  return draftsOfList({ text, ...parseList(text, workCalendar) }, batchId).drafts.map((draft) => ({
    ...draft,
    source: { ...draft.source, from: draft.source.from + from, to: draft.source.to + from },
    unread: draft.unread.map(moved),
    doubts: draft.doubts.map(({ message, span }) => ({ message, span: moved(span) })),
    spans: Object.fromEntries(
      Object.entries(draft.spans).map(([path, span]) => [path, moved(span)]),
    ),
  }))
}
