import { feedbackEvents } from '@/domain/feedback/workflow'
import {
  feedbackOrigins,
  feedbackStates,
  findings,
  pollutionTypes,
  protections,
  ratings,
} from '@/domain/feedback/feedback'
import { refusalCodes } from '@/domain/refusal'
import { read, repeatable, write } from './action'
import {
  changed,
  cursor,
  fileId,
  id,
  instant,
  isoDay,
  namedRef,
  oneOf,
  page,
  phone,
  photo,
  region,
  regionCode,
  sha256,
  text,
  uploadTarget,
  upTo,
} from './fields'
import { objectionActions } from './objection'
import * as z from './zod'

const maxWords = 2000
const maxPhotos = 9
/** WeChat's image check takes at most 10 MB. */
export const maxPhotoBytes = 10 * 1024 * 1024
export const maxVoiceBytes = 3 * 1024 * 1024
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
export const voiceTypes = ['audio/mpeg', 'audio/aac', 'audio/mp4', 'audio/webm'] as const

/** As many as are read before they are declined. */
const maxDeclined = 50

const feedbackChanged = changed(oneOf(feedbackStates), oneOf(feedbackEvents))
const photoIds = z.array(fileId).check(z.maxLength(maxPhotos))
const reason = text(500)
const accusedUnitIds = z.array(id).check(z.maxLength(10))

/** What tells reports apart that may be one matter; never who reported. */
const mergeTarget = z.strictObject({
  id,
  number: z.string(),
  state: oneOf(feedbackStates),
  summary: z.nullable(z.string()),
  pollutionTypes: z.array(oneOf(pollutionTypes)),
  sameTask: z.boolean(),
  submittedOn: isoDay,
})

/** 转交受理: the intake of a region above, or a named inspector. */
const nextDesk = z.union([z.strictObject({ regionCode }), z.strictObject({ membershipId: id })])

const answerView = z.strictObject({
  finding: oneOf(findings),
  text: z.string(),
  unitName: z.string(),
  unitPhone: z.nullable(z.string()),
  photos: z.array(photo),
  on: isoDay,
})

/** 办到哪了: what the reporter sees, with the sentence's facts and the next step. */
const reporterFeedback = z.strictObject({
  id,
  number: z.string(),
  state: oneOf(feedbackStates),
  protection: oneOf(protections),
  words: z.string(),
  place: z.string(),
  /** The village or other place the report is about; null when none was chosen. */
  regionName: z.nullable(z.string()),
  /** The public task that the matter belongs to. */
  taskId: z.nullable(id),
  photos: z.array(photo),
  unitName: z.nullable(z.string()),
  phone: z.string(),
  submittedOn: isoDay,
  /** The day by which the next answer is owed; null at the end. */
  dueOn: z.nullable(isoDay),
  dueProvisional: z.boolean(),
  nodes: z.array(
    z.strictObject({
      event: z.enum([
        'submitted',
        'admitted',
        'assigned',
        'answered',
        'secondLook',
        'archived',
        'declined',
        'withdrawn',
      ]),
      on: z.nullable(isoDay),
      unitName: z.nullable(z.string()),
      done: z.boolean(),
    }),
  ),
  answers: z.array(answerView),
  /** Day after which an answer is archived unrated. */
  rateBy: z.nullable(isoDay),
  declinedReason: z.nullable(z.string()),
  supplements: z.array(z.strictObject({ words: z.string(), at: instant })),
  events: z.array(oneOf(feedbackEvents)),
})

const reporterRow = z.strictObject({
  id,
  number: z.string(),
  state: oneOf(feedbackStates),
  words: z.string(),
  submittedOn: isoDay,
  dueOn: z.nullable(isoDay),
  dueProvisional: z.boolean(),
})

/** Row of a staff list: never the reporter or the original words. */
const staffRow = z.strictObject({
  id,
  number: z.string(),
  origin: oneOf(feedbackOrigins),
  state: oneOf(feedbackStates),
  summary: z.nullable(z.string()),
  region: z.nullable(region),
  unitName: z.nullable(z.string()),
  submittedOn: isoDay,
  dueOn: z.nullable(isoDay),
  dueProvisional: z.boolean(),
  /** 又反弹了: about a task that was closed when the report came. */
  relapse: z.boolean(),
  /** Words came that the desk has not opened yet; only intake is told. */
  unread: z.boolean(),
  events: z.array(oneOf(feedbackEvents)),
})

/** What a handler, coordinator or leader sees. */
const handlerFeedback = z.strictObject({
  ...staffRow.shape,
  taskId: z.nullable(id),
  pollutionTypes: z.array(oneOf(pollutionTypes)),
  photos: z.array(photo),
  unit: z.nullable(namedRef),
  answers: z.array(z.strictObject({ ...answerView.shape, on: z.nullable(isoDay) })),
  ratings: z.array(oneOf(ratings)),
  repeated: z.boolean(),
  /** Who is accused, for the desk only; null for everybody else. */
  accused: z.nullable(z.array(namedRef)),
})

/** What intake sees after an audited look. */
const originalFeedback = z.strictObject({
  id,
  words: z.string(),
  place: z.string(),
  photos: z.array(photo),
  voice: z.nullable(photo),
  protection: oneOf(protections),
  contactName: z.nullable(z.string()),
  contactPhone: z.nullable(z.string()),
  /** 代填: when the resident consented. */
  consentOn: z.nullable(isoDay),
  contentFlag: z.nullable(z.string()),
  supplements: z.array(z.strictObject({ words: z.string(), photos: z.array(photo), at: instant })),
  /** The line that came with 办了一半 / 没办好. */
  ratings: z.array(z.strictObject({ rating: oneOf(ratings), words: z.string(), at: instant })),
})

/** By whom: the reporter's own session, or the lookup code (its hash) from any phone. */
const mine = { feedbackId: id, lookupHash: z.optional(sha256) }

export const feedbackActions = {
  ...objectionActions,
  /** One target per file. `anonymous` targets carry no owner. */
  'feedback.prepareUpload': repeatable(
    'anyone',
    z.strictObject({
      files: z
        .array(
          z.strictObject({
            /** Any other than `photoTypes` and `voiceTypes` is refused with `FILE.TYPE`. */
            type: text(60),
            size: z.int().check(z.minimum(1)),
          }),
        )
        .check(z.minLength(1), z.maxLength(maxPhotos + 1)),
      anonymous: z.boolean(),
    }),
    z.strictObject({ targets: z.array(uploadTarget) }),
  ),
  /** Checks size and bytes, strips EXIF, records the file. Again it answers with what was kept. */
  'feedback.confirmUpload': repeatable(
    'anyone',
    z.strictObject({ fileId, anonymous: z.boolean() }),
    z.strictObject({ fileId: z.string(), url: z.string() }),
  ),
  'feedback.submit': write(
    'anyone',
    z
      .strictObject({
        words: z.string().check(upTo(maxWords)),
        regionCode: z.nullable(regionCode),
        place: z.string().check(upTo(100)),
        taskId: z.nullable(id),
        photoIds,
        voiceId: z.nullable(fileId),
        protection: oneOf(protections),
        /** SHA-256 of the lookup code made on the phone. */
        lookupHash: sha256,
        contactName: z.nullable(text(30)),
        contactPhone: z.nullable(phone),
        /** 代填 by a village officer: the resident's consent is noted, with its day. */
        consentNoted: z.boolean(),
        consentOn: z.optional(z.nullable(isoDay)),
      })
      .check(
        z.refine(({ words, voiceId }) => words.trim() !== '' || voiceId !== null, {
          path: ['words'],
        }),
        // 完全匿名: a name beside it would undo what the reporter asked for.
        z.refine(
          ({ protection, contactName, contactPhone }) =>
            protection !== 'anonymous' || (contactName === null && contactPhone === null),
          { path: ['contactName'] },
        ),
      ),
    z.strictObject({
      id,
      number: z.string(),
      state: oneOf(feedbackStates),
      submittedOn: isoDay,
      admitDueOn: isoDay,
    }),
  ),
  'feedback.listMine': read(
    'person',
    z.strictObject({ cursor: z.optional(cursor) }),
    page(reporterRow),
  ),
  'feedback.get': read('person', z.strictObject({ feedbackId: id }), reporterFeedback),
  /** 用查询码查: the only way back to an anonymous report. */
  'feedback.lookUp': read('public', z.strictObject({ lookupHash: sha256 }), reporterFeedback),
  'feedback.supplement': write(
    'anyone',
    z.strictObject({ ...mine, words: text(maxWords), photoIds }),
    feedbackChanged,
  ),
  'feedback.withdraw': write('anyone', z.strictObject(mine), feedbackChanged),
  'feedback.rate': write(
    'anyone',
    z.strictObject({ ...mine, rating: oneOf(ratings), words: z.string().check(upTo(500)) }),
    feedbackChanged,
  ),

  /** Staff list for the role acted as: intake's desk, a unit's items, the coordinator's. */
  'feedback.listDesk': read(
    'member',
    z.strictObject({ state: z.optional(oneOf(feedbackStates)), cursor: z.optional(cursor) }),
    page(staffRow),
  ),
  'feedback.getHandled': read('member', z.strictObject({ feedbackId: id }), handlerFeedback),
  /**
   * A look at identity and original words: intake only, audited with its reason. A read on the
   * wire: each arrival is a look of its own, and its reply is never kept.
   */
  'feedback.openOriginal': read(
    'member',
    z.strictObject({ feedbackId: id, reason: text(100) }),
    originalFeedback,
  ),
  'feedback.admit': write(
    'member',
    z.strictObject({
      feedbackId: id,
      summary: text(500),
      pollutionTypes: z.array(oneOf(pollutionTypes)).check(z.minLength(1), z.maxLength(8)),
      clearedPhotoIds: photoIds,
      accusedUnitIds,
      regionCode: z.nullable(regionCode),
    }),
    feedbackChanged,
  ),
  'feedback.decline': write('member', z.strictObject({ feedbackId: id, reason }), feedbackChanged),
  /** The same reason for several, e.g. after a flood; each is decided by itself. */
  'feedback.declineMany': repeatable(
    'member',
    z.strictObject({
      feedbackIds: z.array(id).check(z.minLength(1), z.maxLength(maxDeclined)),
      reason,
    }),
    z.strictObject({
      declined: z.array(id),
      refused: z.array(z.strictObject({ feedbackId: id, code: oneOf(refusalCodes) })),
    }),
  ),
  /** To whom the desk may hand a report over that accuses these units. */
  'feedback.listNextDesks': read(
    'member',
    z.strictObject({ feedbackId: id, accusedUnitIds }),
    z.strictObject({
      desks: z.array(z.strictObject({ to: nextDesk, name: z.string(), unitName: z.string() })),
    }),
  ),
  'feedback.handOverDesk': write(
    'member',
    z.strictObject({ feedbackId: id, to: nextDesk, accusedUnitIds, reason }),
    feedbackChanged,
  ),
  'feedback.correctAccused': write(
    'member',
    z.strictObject({ feedbackId: id, accusedUnitIds, reason }),
    feedbackChanged,
  ),
  'feedback.takeBack': write('member', z.strictObject({ feedbackId: id, reason }), feedbackChanged),
  'feedback.assign': write(
    'member',
    z.strictObject({ feedbackId: id, unitId: id }),
    feedbackChanged,
  ),
  'feedback.returnToIntake': write(
    'member',
    z.strictObject({ feedbackId: id, reason }),
    feedbackChanged,
  ),
  'feedback.submitAnswer': write(
    'member',
    z.strictObject({ feedbackId: id, finding: oneOf(findings), text: text(2000), photoIds }),
    feedbackChanged,
  ),
  'feedback.submitSecondAnswer': write(
    'member',
    z.strictObject({ feedbackId: id, finding: oneOf(findings), text: text(2000), photoIds }),
    feedbackChanged,
  ),
  'feedback.releaseAnswer': write('member', z.strictObject({ feedbackId: id }), feedbackChanged),
  'feedback.returnAnswer': write(
    'member',
    z.strictObject({ feedbackId: id, reason }),
    feedbackChanged,
  ),
  'feedback.extendAnswer': write(
    'member',
    z.strictObject({ feedbackId: id, reason }),
    feedbackChanged,
  ),
  /** 可能是同一件事的: open reports on this desk; with a number the one that has it. */
  'feedback.listMergeTargets': read(
    'member',
    z.strictObject({ feedbackId: id, number: z.optional(text(20)) }),
    z.strictObject({ items: z.array(mergeTarget) }),
  ),
  'feedback.merge': write(
    'member',
    z.strictObject({ feedbackId: id, intoId: id }),
    feedbackChanged,
  ),
} as const
