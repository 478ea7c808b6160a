import type { ActionName } from '@/contract/actions'
import type { objectionActions } from '@/contract/objection/actions'
import { admission, answerOf, reportInput, uploadPhoto, villageCode } from '../feedback/desk'
import { jpegWith } from '../feedback/pictures'
import type { Arrange, World } from './world'

type Ours = Exclude<Extract<ActionName, `feedback.${string}`>, keyof typeof objectionActions>

const reason = '试一试'

const submitted = async ({ ok }: World): Promise<string> =>
  (await ok('reporter', 'feedback.submit', reportInput())).id

const admitted = async (world: World): Promise<string> => {
  const feedbackId = await submitted(world)
  await world.ok('intake', 'feedback.admit', admission(feedbackId))
  return feedbackId
}

/** Three reports of one village, which they name. */
export const repeated = async (world: World): Promise<string> => {
  for (let nth = 0; nth < 3; nth += 1) await admitted(world)
  return villageCode
}

/** Lies with the farming office. */
export const given = async (world: World): Promise<string> => {
  const feedbackId = await admitted(world)
  await world.ok('intake', 'feedback.assign', { feedbackId, unitId: 'farming-maonan' })
  return feedbackId
}

const answerSubmitted = async (world: World): Promise<string> => {
  const feedbackId = await given(world)
  await world.ok('farmingStaff', 'feedback.submitAnswer', answerOf(feedbackId))
  return feedbackId
}

const answered = async (world: World): Promise<string> => {
  const feedbackId = await answerSubmitted(world)
  await world.ok('coordinator', 'feedback.releaseAnswer', { feedbackId })
  return feedbackId
}

const secondLook = async (world: World): Promise<string> => {
  const feedbackId = await answered(world)
  const rating = { rating: 'notDone', words: '还是臭' } as const
  await world.ok('reporter', 'feedback.rate', { feedbackId, ...rating })
  return feedbackId
}

export const onReports: { readonly [N in Ours]: Arrange<N> } = {
  'feedback.prepareUpload': async () => ({
    by: 'reporter',
    input: { files: [{ type: 'image/jpeg', size: 1000 }], anonymous: false },
  }),
  'feedback.confirmUpload': async ({ app, ok }) => {
    const bytes = jpegWith('secret of the photo')
    const files = [{ type: 'image/jpeg', size: bytes.length }]
    const { targets } = await ok('reporter', 'feedback.prepareUpload', { files, anonymous: false })
    await app.put(targets[0]!, bytes)
    return { by: 'reporter', input: { fileId: targets[0]!.fileId, anonymous: false } }
  },
  'feedback.submit': async () => ({
    by: 'reporter',
    input: reportInput({ regionCode: null }),
  }),
  'feedback.listMine': async (world) => {
    await given(world)
    return { by: 'reporter', input: {} }
  },
  'feedback.get': async (world) => ({
    by: 'reporter',
    input: { feedbackId: await answered(world) },
  }),
  'feedback.lookUp': async ({ ok }) => {
    const input = reportInput({ protection: 'anonymous' })
    await ok('nobody', 'feedback.submit', input)
    return { by: 'nobody', input: { lookupHash: input.lookupHash } }
  },
  'feedback.supplement': async (world) => ({
    by: 'reporter',
    input: { feedbackId: await given(world), words: '昨晚又排了', photoIds: [] },
  }),
  'feedback.withdraw': async (world) => ({
    by: 'reporter',
    input: { feedbackId: await given(world) },
  }),
  'feedback.rate': async (world) => ({
    by: 'reporter',
    input: { feedbackId: await answered(world), rating: 'done', words: '' },
  }),
  'feedback.listDesk': async (world) => {
    await given(world)
    return { by: 'intake', input: {} }
  },
  'feedback.getHandled': async (world) => ({
    by: 'farmingStaff',
    input: { feedbackId: await answered(world) },
  }),
  'feedback.openOriginal': async (world) => ({
    by: 'intake',
    input: { feedbackId: await submitted(world), reason },
  }),
  'feedback.admit': async (world) => ({
    by: 'intake',
    input: admission(await submitted(world)),
  }),
  'feedback.decline': async (world) => ({
    by: 'intake',
    input: { feedbackId: await submitted(world), reason },
  }),
  'feedback.declineMany': async (world) => ({
    by: 'intake',
    input: { feedbackIds: [await submitted(world)], reason },
  }),
  'feedback.listNextDesks': async (world) => ({
    by: 'intake',
    input: { feedbackId: await submitted(world), accusedUnitIds: [] },
  }),
  'feedback.handOverDesk': async (world) => ({
    by: 'intake',
    input: {
      feedbackId: await submitted(world),
      to: { membershipId: world.people.inspector.actAs },
      accusedUnitIds: ['town-shihu'],
      reason,
    },
  }),
  'feedback.correctAccused': async (world) => ({
    by: 'intake',
    input: { feedbackId: await admitted(world), accusedUnitIds: ['town-shihu'], reason },
  }),
  'feedback.takeBack': async (world) => ({
    by: 'coordinator',
    input: { feedbackId: await given(world), reason },
  }),
  'feedback.assign': async (world) => ({
    by: 'intake',
    input: { feedbackId: await admitted(world), unitId: 'farming-maonan' },
  }),
  'feedback.returnToIntake': async (world) => ({
    by: 'farmingStaff',
    input: { feedbackId: await given(world), reason },
  }),
  'feedback.submitAnswer': async (world) => ({
    by: 'farmingStaff',
    input: answerOf(await given(world)),
  }),
  'feedback.submitSecondAnswer': async (world) => ({
    by: 'farmingColleague',
    input: answerOf(await secondLook(world)),
  }),
  'feedback.releaseAnswer': async (world) => ({
    by: 'coordinator',
    input: { feedbackId: await answerSubmitted(world) },
  }),
  'feedback.returnAnswer': async (world) => ({
    by: 'coordinator',
    input: { feedbackId: await answerSubmitted(world), reason },
  }),
  'feedback.extendAnswer': async (world) => ({
    by: 'coordinator',
    input: { feedbackId: await given(world), reason },
  }),
  'feedback.listMergeTargets': async (world) => ({
    by: 'intake',
    input: { feedbackId: await submitted(world) },
  }),
  'feedback.merge': async (world) => ({
    by: 'intake',
    input: { feedbackId: await submitted(world), intoId: await given(world) },
  }),
}

/** A cleaned photo of the reporter, not handed in with anything yet. */
export const photoOfReporter = ({ app }: World): Promise<string> =>
  uploadPhoto(app, 'openid-reporter')
