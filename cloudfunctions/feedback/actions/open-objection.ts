import { openObjection as opened } from '@/domain/objection/transitions'
import { RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import { objectionThing } from '../../_stores/objection-thing'
import { heaviestFlag } from '../content-flag'
import type { Parts } from '../parts'
import { photosOf } from '../views/answer-view'

type Deps = Pick<Parts, 'objections' | 'records' | 'files' | 'writer'>

/** 每次查看留痕: the look is in the objection's chain before anything is shown. */
export const openObjection =
  ({ objections, records, files, writer }: Deps): Handler<'feedback.openObjection'> =>
  async ({ objectionId }, call) => {
    const row = await objections.original(objectionId)
    if (!row) throw new RuleError('THING.NOT_FOUND')
    const { words, contactPhone, photoIds, voiceId } = row.original
    const voiceIds = voiceId ? [voiceId] : []
    const [checked, links] = await Promise.all([
      records.findMany(photoIds),
      files.links([...photoIds, ...voiceIds]),
    ])
    const verdicts = [...checked.values()].map(({ verdict }) => verdict ?? 'unchecked')
    const answer = {
      words,
      contactPhone,
      photos: photosOf(photoIds, links),
      voice: photosOf(voiceIds, links)[0] ?? null,
      contentFlag: heaviestFlag([row.contentFlag, ...verdicts]),
    }
    return writer.write(call, async (acting) => {
      await acting.change(objectionThing, objectionId, 'openObjection', (objection, facts) => ({
        next: opened(objection, call.actor, facts),
        changes: {},
      }))
      return answer
    })
  }
