import { summarizeObjection as summarized } from '@/domain/objection/transitions'
import { RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import { objectionThing } from '../../_stores/objection-thing'
import type { Parts } from '../parts'

type Deps = Pick<Parts, 'objections' | 'records' | 'cipher' | 'writer'>

/** 摘要: it and the cleared photos are all that the office will ever get. */
export const summarizeObjection =
  ({ objections, records, cipher, writer }: Deps): Handler<'feedback.summarizeObjection'> =>
  async ({ objectionId, ...given }, call) => {
    const row = await objections.original(objectionId)
    const own = row?.original.photoIds ?? []
    const cleared = await records.findMany(given.clearedPhotoIds)
    return writer.act(
      objectionThing,
      call,
      objectionId,
      'summarizeObjection',
      (objection, facts) => {
        const next = summarized(objection, given, call.actor, facts)
        if (given.clearedPhotoIds.some((fileId) => !own.includes(fileId) || !cleared.has(fileId)))
          throw new RuleError('FILE.MISSING', ['clearedPhotoIds'])
        return {
          next,
          changes: {
            said: cipher.blind(`${objectionId} ${given.summary}`),
            clearedPhotos: given.clearedPhotoIds.length,
          },
          also: ({ transaction }) => records.clear([...cleared.values()])(transaction),
        }
      },
    )
  }
