import { sayNotInvolved as said } from '@/domain/opinion/transitions'
import type { Handler } from '../../_kit/handler'
import { opinionThing } from '../../_stores/opinion-thing'
import { requireCollective, villageHeard } from '../collective'
import type { Parts } from '../parts'

/** 不涉及: one tap. */
export const sayNotInvolved =
  ({ writer }: Pick<Parts, 'writer'>): Handler<'opinion.sayNotInvolved'> =>
  ({ opinionId }, call) =>
    writer.act(opinionThing, call, opinionId, 'sayNotInvolved', (opinion, facts) => ({
      next: said(requireCollective(opinion), call.actor, facts),
      changes: {},
      also: villageHeard(opinion),
    }))
