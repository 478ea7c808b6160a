import type { Handler } from '../../_kit/handler'
import { endObjection } from '../end-objection'
import type { Parts } from '../parts'

/** 不成立, with what whoever objected is told. */
export const rejectObjection =
  (parts: Pick<Parts, 'writer' | 'cipher'>): Handler<'feedback.rejectObjection'> =>
  (input, call) =>
    endObjection(parts, 'rejectObjection', input, call)
