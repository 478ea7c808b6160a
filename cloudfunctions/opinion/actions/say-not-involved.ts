import { sayNotInvolved as said } from '@/domain/opinion/transitions'
import type { Handler } from '../../_kit/handler'
import { opinionThing } from '../../_stores/opinion-thing'
import { requireCollective, villageHeard } from '../collective'
import type { Parts } from '../parts'

/** 不涉及: one tap. */
export const sayNotInvolved =
  ({ writer, opinions }: Pick<Parts, 'writer' | 'opinions'>): Handler<'opinion.sayNotInvolved'> =>
  async ({ opinionId }, call) => {
    requireCollective(await opinions.find(opinionId))
    return writer.act(opinionThing, call, opinionId, 'sayNotInvolved', (opinion, facts) => ({
      next: said(opinion, call.actor, facts),
      changes: {},
      also: villageHeard(opinion),
    }))
  }
