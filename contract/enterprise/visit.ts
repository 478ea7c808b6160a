import { mostMatters, visitKinds, visitRatings, visitStates } from '@/domain/visit/visit'
import { visitEvents } from '@/domain/visit/workflow'
import { read, repeatable, write } from '../action'
import {
  changed,
  cursor,
  fileId,
  id,
  isoDay,
  oneOf,
  page,
  reason,
  text,
  uploadTarget,
} from '../fields'
import { visitRow, visitView } from './visit-views'
import {
  maxCertificate,
  maxDissent,
  maxFound,
  maxMattersAsked,
  maxReceivedBy,
  maxVisitMatter,
  maxVisitRating,
} from './limits'
import { maxAttached, maxPaperNumber, maxPerson } from '../limits'
import * as z from '../zod'

const visitChanged = changed(oneOf(visitStates), oneOf(visitEvents))

const notice = z.strictObject({
  visitId: id,
  approvalNumber: text(maxPaperNumber),
  kind: oneOf(visitKinds),
  officers: z
    .array(z.strictObject({ name: text(maxPerson), certificate: text(maxCertificate) }))
    .check(z.minLength(2), z.maxLength(6)),
  /** The day of the visit. */
  on: isoDay,
})

/** 入企检查, by an enforcement body only (国办发〔2024〕54号). */
export const visitActions = {
  /** What the caller's body, firm or office has to do with; of one task where one is named. */
  'enterprise.listVisits': read(
    'member',
    z.strictObject({ taskId: z.optional(id), cursor: z.optional(cursor) }),
    page(visitRow),
  ),
  'enterprise.getVisit': read('member', z.strictObject({ visitId: id }), visitView),
  /** 综合查一次: joins the firm's visit that goes on, whoever asked for that. */
  'enterprise.askVisit': write(
    'member',
    z.strictObject({
      taskId: id,
      enterpriseId: id,
      bodyId: id,
      /** The day on which it is wished for. */
      on: isoDay,
      matters: z
        .array(z.strictObject({ words: text(maxVisitMatter), measureId: z.nullable(id) }))
        .check(z.minLength(1), z.maxLength(maxMattersAsked)),
    }),
    visitChanged,
  ),
  /** What the caller's office asked for; the visit goes on with what others asked for. */
  'enterprise.withdrawMatters': write('member', z.strictObject({ visitId: id }), visitChanged),
  'enterprise.cancelVisit': write('member', z.strictObject({ visitId: id, reason }), visitChanged),
  'enterprise.notifyVisit': write('member', notice, visitChanged),
  'enterprise.correctVisit': write('member', notice, visitChanged),
  'enterprise.prepareVisitUpload': repeatable(
    'member',
    z.strictObject({ visitId: id, fileName: text(100), size: z.int().check(z.minimum(1)) }),
    z.strictObject({ target: uploadTarget }),
  ),
  'enterprise.recordVisit': write(
    'member',
    z.strictObject({
      visitId: id,
      on: isoDay,
      findings: z
        .array(
          z.strictObject({
            matterId: id,
            inOrder: z.nullable(z.boolean()),
            words: text(maxFound),
          }),
        )
        .check(z.minLength(1), z.maxLength(mostMatters)),
      /** Who of the firm got the record, or that nobody would sign. */
      receivedBy: text(maxReceivedBy),
      /** Photos and the record on paper. */
      fileIds: z.array(fileId).check(z.maxLength(maxAttached)),
    }),
    visitChanged,
  ),
  'enterprise.addDissent': write(
    'member',
    z.strictObject({ visitId: id, words: text(maxDissent) }),
    visitChanged,
  ),
  'enterprise.rateVisit': write(
    'member',
    z.strictObject({
      visitId: id,
      rating: oneOf(visitRatings),
      words: z.nullable(text(maxVisitRating)),
    }),
    visitChanged,
  ),
} as const
