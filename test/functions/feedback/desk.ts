import { createHash, randomBytes } from 'node:crypto'
import type { ActionInput, ActionName, ActionOutput } from '@/contract/actions'
import type { ErrorCode } from '@/contract/errors'
import type { TestApp } from '../../support/app'
import type { StaffRole } from '@/domain/organization/role'
import type { Colleague, Organization } from '../../support/organization'
import { openDatabase } from '../task/ledger'
import { dump } from './dump'
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

/** A test's few people send more than a person may; where that is not the point, nothing is counted. */
export const forgetQuotas = async (app: TestApp): Promise<void> => {
  const database = openDatabase(app)
  for (const { _id } of (await dump(app, ['quotas'])).get('quotas')!)
    await database.remove('quotas', _id)
}

/** What a member of staff does, in the role of their membership. */
export const as = (app: TestApp, { openid, actAs }: Colleague) => ({
  ok: <N extends ActionName>(action: N, input: ActionInput<N>): Promise<ActionOutput<N>> =>
    app.ok(openid, action, input, { actAs }),
  refusal: <N extends ActionName>(action: N, input: ActionInput<N>): Promise<ErrorCode> =>
    app.refusal(openid, action, input, { actAs }),
})

/** Lets a function's timer run once more. */
export const fireTimer = async (app: TestApp, functionName: string): Promise<void> => {
  const response = await fetch(`${app.origin}/_local/timers/fire`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ function: functionName }),
  })
  if (!response.ok) throw new Error(`the timer of ${functionName} did not run`)
}

/** One more colleague than every test has. */
export const invite = async (
  app: TestApp,
  people: Organization,
  name: string,
  [role, unitKey, regionCode]: readonly [StaffRole, string, string],
): Promise<Colleague> => {
  const invitation = { role, unitKey, regionCode, name }
  const { code } = await as(app, people.administrator).ok('identity.invite', invitation)
  const openid = `openid-${encodeURIComponent(name)}`
  const { membership } = await app.ok(openid, 'identity.acceptInvitation', { code })
  return { openid, actAs: membership.id, unitId: membership.unit.id }
}

/** Admitted by `team`, an inspector of another unit, because the desk's own unit is accused. */
export const admitAsTeam = async (
  app: TestApp,
  people: Organization,
  team: Colleague,
  feedbackId: string,
  accusedUnitIds: string[],
): Promise<void> => {
  const to = { membershipId: team.actAs }
  const given = { feedbackId, to, accusedUnitIds, reason: '反映的是本单位' }
  await as(app, people.intake).ok('feedback.handOverDesk', given)
  await as(app, team).ok('feedback.admit', admission(feedbackId, { accusedUnitIds }))
}

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
