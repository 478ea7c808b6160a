import type { ActionInput } from '@/contract/actions'
import type { KeptVoice } from '@/src/acting/use-form-voice'
import type { KeptFile } from '@/src/platform/kept-file'
import type { Attachment } from '@/src/platform/outbox-item'

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
  /** 代填: the day of the consent; empty means today. */
  readonly consentOn: string
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
  consentOn: '',
  photos: [],
  voice: null,
}

/** One form a task, one for everything else. */
export const reportForm = (taskId: string) => (taskId ? `report.${taskId}` : 'report')

export type Submission = ActionInput<'feedback.submit'>

/** Files go up before the words and are named in them. */
export const attachmentsOf = ({ photos, voice }: ReportDraft): readonly Attachment[] => [
  ...photos.map((file) => ({ file, field: 'photoIds', many: true })),
  ...(voice ? [{ file: voice, field: 'voiceId', many: false }] : []),
]

/** What is sent: all that the form shows and nothing else. */
export const submissionOf = (
  typed: ReportDraft,
  more: { taskId: string; lookupHash: string; officer: boolean },
): Submission => {
  // 代填: whom the branch speaks for, for intake alone.
  const named = more.officer || typed.protection === 'named'
  return {
    words: typed.words.trim(),
    place: typed.place.trim(),
    regionCode: typed.regionCode,
    taskId: more.taskId || null,
    lookupHash: more.lookupHash,
    protection: typed.protection,
    // The two lines stand on the form only for who is named or spoken for.
    contactName: (named && typed.contactName.trim()) || null,
    contactPhone: (named && typed.contactPhone.trim()) || null,
    consentNoted: typed.consentNoted,
    ...(more.officer && typed.consentOn && { consentOn: typed.consentOn }),
    photoIds: [],
    voiceId: null,
  }
}
