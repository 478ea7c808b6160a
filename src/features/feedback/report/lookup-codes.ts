import { readStored, writeStored } from '@/src/platform/storage'

/** Lookup codes stay on the phone that made them; the server has their hashes only. */
export const rememberCode = (feedbackId: string, code: string) =>
  writeStored('lookupCodes', { ...readStored('lookupCodes'), [feedbackId]: code })

export const codeOf = (feedbackId: string): string | null =>
  readStored('lookupCodes')?.[feedbackId] ?? null
