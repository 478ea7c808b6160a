import { documentExtensions, maxDocumentBytes, maxRosterBytes } from '@/contract/documents/limits'
import { maxPlanBytes } from '@/contract/enterprise/limits'
import { maxPhotoBytes, maxVoiceBytes, photoTypes, voiceTypes } from '@/contract/feedback/limits'
import { maxPaperBytes } from '@/contract/limits'
import { evidenceTypes, type FileTypeName, type UploadKindName } from '@/domain/file/kinds'
import { isPicture, typeOfMime, typeOfName } from './file-types'

interface UploadKind {
  readonly types: readonly FileTypeName[]
  readonly maxBytes: number
  /** Where the clean copy lies; what comes in lies under `incoming/` beside it. */
  readonly folder: string
}

const ofMimes = (mimes: readonly string[]) => mimes.map(typeOfMime).filter((name) => name !== null)
const ofNames = (endings: readonly string[]) =>
  endings.map(typeOfName).filter((name) => name !== null)

const papers: readonly FileTypeName[] = ['pdf', 'jpg', 'png']

/** Everything that is uploaded, whichever function takes it. */
export const uploadKinds: Readonly<Record<UploadKindName, UploadKind>> = {
  photo: { types: ofMimes(photoTypes), maxBytes: maxPhotoBytes, folder: 'feedback' },
  voice: { types: ofMimes(voiceTypes), maxBytes: maxVoiceBytes, folder: 'feedback' },
  list: { types: ofNames(documentExtensions), maxBytes: maxDocumentBytes, folder: 'lists' },
  roster: { types: ['xlsx'], maxBytes: maxRosterBytes, folder: 'rosters' },
  siteList: { types: ['xlsx'], maxBytes: maxRosterBytes, folder: 'site-lists' },
  plan: {
    types: ['pdf', 'docx', 'xlsx', 'doc', 'xls', 'jpg', 'png'],
    maxBytes: maxPlanBytes,
    folder: 'plans',
  },
  evidence: { types: evidenceTypes, maxBytes: maxPaperBytes, folder: 'evidence' },
  minutes: { types: papers, maxBytes: maxPaperBytes, folder: 'minutes' },
  visitRecord: { types: papers, maxBytes: maxPaperBytes, folder: 'visits' },
  signedScan: { types: papers, maxBytes: maxPaperBytes, folder: 'signed' },
}

/** Photos are for eyes and for WeChat's check, which takes 10 MB; papers may be larger. */
export const mostBytes = (kind: UploadKindName, type: FileTypeName): number =>
  Math.min(uploadKinds[kind].maxBytes, isPicture(type) ? maxPhotoBytes : Infinity)
