import { RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { Parts } from '../parts'
import { objectionReaders, objectionRow } from '../views/objection-view'

/** Of the region of the role acted as; none in which a unit of the reader does the work. */
export const listObjections =
  ({
    objections,
    writer,
  }: Pick<Parts, 'objections' | 'writer'>): Handler<'feedback.listObjections'> =>
  async ({ open, cursor }, call) => {
    const { role, regionCode, belongsTo: unitIds } = call.actor
    if (!objectionReaders.includes(role) || regionCode === null) throw new RuleError('ACCESS.ROLE')
    const found = await objections.page({ regionCode, unitIds }, open, cursor)
    return {
      items: found.items.map((objection) => objectionRow({ writer }, objection, call)),
      cursor: found.cursor,
    }
  }
