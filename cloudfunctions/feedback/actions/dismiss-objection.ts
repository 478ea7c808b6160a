import type { Handler } from '../../_kit/handler'
import { endObjection } from '../end-objection'
import type { Parts } from '../parts'

/** 不予受理, with what whoever objected is told. */
export const dismissObjection =
  (parts: Pick<Parts, 'writer' | 'cipher'>): Handler<'feedback.dismissObjection'> =>
  (input, call) =>
    endObjection(parts, 'dismissObjection', input, call)
