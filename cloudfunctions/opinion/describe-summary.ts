import { type OpinionSummary, shownCounts } from '@/domain/opinion/summary'

/** What anybody but intake reads of opinions. */
export const describeSummary = ({ words, counts, matters }: OpinionSummary) => ({
  words,
  counts: shownCounts(counts),
  matters: matters.map((matter) => ({ ...matter })),
})
