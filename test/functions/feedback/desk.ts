import { createHash, randomBytes } from 'node:crypto'
import type { ActionInput, ActionName, ActionOutput } from '@/contract/actions'
import type { ErrorCode } from '@/contract/errors'
import type { TestApp } from '../../support/app'
import type { Colleague } from '../../support/organization'
import { jpegWith } from './pictures'

export const villageCode = '440902101201'

/** As the phone makes it: the code stays there, the server gets its hash. */
export const newLookupHash = (): string =>
  createHash('sha256').update(randomBytes(16)).digest('hex')

type SubmitInput = ActionInput<'feedback.submit'>

export const reportInput = (change: Partial<SubmitInput> = {}): SubmitInput => ({
  words: '村口的水渠又黑又臭',
  regionCode: villageCode,
  place: '村口水渠',
  taskId: null,
  photoIds: [],
  voiceId: null,
  protection: 'hidden',
  lookupHash: newLookupHash(),
  contactName: null,
  contactPhone: null,
  consentNoted: false,
  ...change,
})

/** Uploads as a phone does and answers with the id of the cleaned photo. */
export const uploadPhoto = async (
  app: TestApp,
  openid: string | null,
  {
    anonymous = false,
    bytes = jpegWith('secret of the photo'),
    actAs = undefined as string | undefined,
  } = {},
): Promise<string> => {
  const as = actAs === undefined ? {} : { actAs }
  const files = [{ type: 'image/jpeg', size: bytes.length }]
  const { targets } = await app.ok(openid, 'feedback.prepareUpload', { files, anonymous }, as)
  const target = targets[0]!
  if ((await app.put(target, bytes)) !== 200) throw new Error('the upload failed')
  const confirm = { fileId: target.fileId, anonymous }
  return (await app.ok(openid, 'feedback.confirmUpload', confirm, as)).fileId
}

/** What a member of staff does, in the role of their membership. */
export const as = (app: TestApp, { openid, actAs }: Colleague) => ({
  ok: <N extends ActionName>(action: N, input: ActionInput<N>): Promise<ActionOutput<N>> =>
    app.ok(openid, action, input, { actAs }),
  refusal: <N extends ActionName>(action: N, input: ActionInput<N>): Promise<ErrorCode> =>
    app.refusal(openid, action, input, { actAs }),
})

export const admission = (
  feedbackId: string,
  change: Partial<ActionInput<'feedback.admit'>> = {},
): ActionInput<'feedback.admit'> => ({
  feedbackId,
  summary: '水渠水体发黑,有异味',
  pollutionTypes: ['water'],
  clearedPhotoIds: [],
  accusedUnitIds: [],
  regionCode: null,
  ...change,
})

export const answerOf = (feedbackId: string) => ({
  feedbackId,
  finding: 'true' as const,
  text: '已清淤并封堵排口',
  photoIds: [] as string[],
})
