import { mostPairs } from '@/domain/release/photos'
import { releasableTaskFields } from '@/domain/release/release'
import { releaseCheckKinds } from '@/domain/release/task-release'
import { taskCategories } from '@/domain/task/task'
import { read, write } from '../action'
import { count, fileId, id, isoDay, oneOf, text } from '../fields'
import { noticeDays, publicUnits, resultView, shownPair, villagesSaid } from '../register/result'
import { maxNoticeText, maxWithholding } from './limits'
import * as z from '../zod'
import { taskChanged } from './changed'
import { partId } from './parts/fields'

/** One of the two checks; `digest` ties it to the text that was read. */
const check = write(
  'member',
  z.strictObject({
    taskId: id,
    fields: z
      .array(oneOf(releasableTaskFields))
      .check(z.minLength(1), z.maxLength(releasableTaskFields.length)),
    digest: text(64),
  }),
  z.strictObject({ released: z.boolean() }),
)

export const taskReleaseActions = {
  /** Secrecy check by the coordinator. */
  'task.checkSecrecy': check,
  /** Openness check by the publisher, another person; publishes when the secrecy check stands. */
  'task.checkOpenness': check,
  /** 逐处看: places of the notice that this person has opened for their check; both open each. */
  'task.readPlaces': write(
    'member',
    z.strictObject({
      taskId: id,
      digest: text(64),
      check: oneOf(releaseCheckKinds),
      places: z
        .array(z.string().check(z.regex(/^[a-z]{2,9}(\.\d{1,3}(\.(before|after))?)?$/)))
        .check(z.minLength(1), z.maxLength(400)),
    }),
    z.strictObject({ read: count, of: count }),
  ),
  /** 不予公开, or the own check taken back: the text is mended and checked anew. */
  'task.withholdRelease': write(
    'member',
    z.strictObject({ taskId: id, digest: text(64), reason: text(maxWithholding) }),
    taskChanged,
  ),
  /** 改公示稿的文字: one place of what was read; null takes the ledger's own words back. */
  'task.editNotice': write(
    'member',
    z.strictObject({
      taskId: id,
      digest: text(64),
      place: z.string().check(z.regex(/^(problem|(goal|done)\.\d{1,3})$/)),
      text: z.nullable(text(maxNoticeText)),
    }),
    taskChanged,
  ),
  /** 选公示照片: which photos before and after go with the notice, all at once; none for none. */
  'task.choosePhotos': write(
    'member',
    z.strictObject({
      taskId: id,
      digest: text(64),
      pairs: z
        .array(z.strictObject({ partId, beforeId: fileId, afterId: fileId }))
        .check(z.maxLength(mostPairs)),
    }),
    taskChanged,
  ),
  /** 催一下: who owes the openness check hears of it at once; once a day. */
  'task.urgeCheck': write('member', z.strictObject({ taskId: id }), taskChanged),
  /** The exact public text that would be released, with its digest. */
  'task.previewRelease': read(
    'member',
    z.strictObject({ taskId: id }),
    z.strictObject({
      digest: z.string(),
      task: z.strictObject({
        number: z.string(),
        upperNumber: z.nullable(z.string()),
        title: z.string(),
        problem: z.string(),
        category: oneOf(taskCategories),
        goals: z.array(z.string()),
        measures: z.array(z.string()),
        unitNames: z.array(z.string()),
        units: publicUnits,
        dueOn: z.nullable(isoDay),
        dueProvisional: z.boolean(),
        dueText: z.string(),
        regionNames: z.array(z.string()),
        villageNames: z.array(z.string()),
        /** The text of the notice, once every step is passed. */
        result: z.nullable(resultView),
      }),
      /**
       * The days of the notice that runs, else of one from today on, in whole weeks; null before
       * every step is passed. Without a last day a year on the way is not published.
       */
      notice: z.nullable(
        z.strictObject({
          from: isoDay,
          lastOn: z.nullable(isoDay),
          days: noticeDays,
        }),
      ),
      /** What the villages said, as its summary was released; null where none was asked. */
      villages: z.nullable(z.strictObject({ released: z.boolean(), ...villagesSaid.shape })),
      /** 人改过: by place what the ledger says itself. */
      edits: z.array(z.strictObject({ place: z.string(), was: z.string() })),
      /** The check that is this person's; null where they only write the text. */
      check: z.nullable(oneOf(releaseCheckKinds)),
      /** 整改前后: those that go with the text, and for who chooses them those that could. */
      photos: z.array(
        z.strictObject({
          ...shownPair.shape,
          partId: z.string(),
          beforeId: z.string(),
          afterId: z.string(),
          chosen: z.boolean(),
          /** WeChat's check flagged one of the two: it goes with no notice. */
          flagged: z.boolean(),
        }),
      ),
      /** 逐处看: the places of a notice, those that this person opened, and how far each check is. */
      places: z.strictObject({
        all: z.array(z.string()),
        read: z.array(z.string()),
        secrecy: count,
        openness: count,
      }),
      /** This person may write a place otherwise. */
      mayEdit: z.boolean(),
      /** The day on which the openness check was asked for last. */
      urgedOn: z.nullable(isoDay),
      secrecyOn: z.nullable(isoDay),
      opennessOn: z.nullable(isoDay),
      /** Why one of the two did not let it out, until it is checked anew. */
      withheld: z.nullable(
        z.strictObject({ by: oneOf(releaseCheckKinds), on: isoDay, reason: z.string() }),
      ),
    }),
  ),
} as const
