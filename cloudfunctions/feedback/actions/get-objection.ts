import type { Handler } from '../../_kit/handler'
import type { Parts } from '../parts'
import { photosOf } from '../views/answer-view'
import { objectionRow, requireReader } from '../views/objection-view'

type Deps = Pick<Parts, 'objections' | 'files' | 'writer'>

/** What the office decides on: the 摘要 and the photos that intake has cleared. */
export const getObjection =
  ({ objections, files, writer }: Deps): Handler<'feedback.getObjection'> =>
  async ({ objectionId }, call) => {
    const objection = requireReader(await objections.find(objectionId), call.actor)
    const { clearedPhotoIds, reply } = objection
    const photos = photosOf(clearedPhotoIds, await files.links(clearedPhotoIds))
    return { ...objectionRow({ writer }, objection, call), photos, reply }
  }
