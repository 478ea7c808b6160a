import { recordVisit as recorded } from '@/domain/opinion/transitions'
import type { Handler } from '../../_kit/handler'
import { opinionThing } from '../../_stores/opinion-thing'
import type { Parts } from '../parts'

/** 记上门: the phone goes with it. */
export const recordVisit =
  ({ writer, cipher }: Pick<Parts, 'writer' | 'cipher'>): Handler<'opinion.recordVisit'> =>
  ({ opinionId, on, heard }, call) =>
    writer.act(opinionThing, call, opinionId, 'recordVisit', (opinion, facts) => ({
      next: recorded(opinion, { on, heard, sealed: cipher.seal(heard) }, call.actor, facts),
      changes: { on },
    }))
