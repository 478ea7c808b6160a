import type { KeptFile } from '@/src/platform/kept-file'
import type { KeptVoice } from './waiting-report'

/** What is on the form; kept on the phone while the person types. */
export interface ReportDraft {
  readonly words: string
  readonly regionCode: string | null
  readonly regionName: string
  readonly place: string
  readonly protection: 'named' | 'hidden' | 'anonymous'
  readonly contactName: string
  readonly contactPhone: string
  readonly consentNoted: boolean
  readonly photos: readonly KeptFile[]
  readonly voice: KeptVoice | null
}

export const emptyReport: ReportDraft = {
  words: '',
  regionCode: null,
  regionName: '',
  place: '',
  protection: 'hidden',
  contactName: '',
  contactPhone: '',
  consentNoted: false,
  photos: [],
  voice: null,
}

/** One draft a task, one for everything else; a 代填 never mixes with the officer's own. */
export const draftName = (taskId: string, actAs: string | null) =>
  ['report', taskId, actAs].filter(Boolean).join('.')
