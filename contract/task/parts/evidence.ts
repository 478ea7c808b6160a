import { evidenceTypes } from '@/domain/file/kinds'
import { signKinds } from '@/domain/signs/signs'
import { read, repeatable } from '../../action'
import {
  cameraView,
  count,
  fileId,
  id,
  instant,
  namedRef,
  oneOf,
  sha256,
  shot,
  text,
  uploadTarget,
} from '../../fields'
import { partId } from './fields'
import { maxAnnounced } from '../limits'
import { maxFileName } from '../../limits'
import * as z from '../../zod'

/** 佐证: a photo or a paper that proves a part done, or proved it until it was taken back. */
const evidenceView = z.strictObject({
  fileId: z.string(),
  use: oneOf(['before', 'after', 'paper']),
  name: z.string(),
  type: oneOf(evidenceTypes),
  size: count,
  sha256,
  /** When the server took it. */
  at: instant,
  camera: cameraView,
  /** 商业秘密. */
  secret: z.boolean(),
  /** Null where this reader is not to see a firm's secret. */
  url: z.nullable(z.string()),
  /** It belongs to a report that was taken back, returned or opened again. */
  former: z.boolean(),
})

/** Photos and papers of the work, and what they make one ask. */
export const evidenceActions = {
  /** Where to put evidence for this task; it serves no other. */
  'task.prepareUpload': repeatable(
    'member',
    z.strictObject({
      taskId: id,
      files: z
        .array(
          z.strictObject({
            fileName: text(maxFileName),
            size: z.int().check(z.minimum(1)),
            /** Of a photo of the page's own camera. */
            camera: z.optional(shot),
          }),
        )
        .check(z.minLength(1), z.maxLength(maxAnnounced)),
    }),
    z.strictObject({ targets: z.array(uploadTarget) }),
  ),
  'task.confirmUpload': repeatable(
    'member',
    z.strictObject({ taskId: id, fileId }),
    z.strictObject({ fileId: z.string() }),
  ),
  'task.listEvidence': read(
    'member',
    z.strictObject({ taskId: id, partId }),
    z.strictObject({ items: z.array(evidenceView) }),
  ),
  /** 苗头: questions for who checks the work, never a verdict. */
  'task.listSigns': read(
    'member',
    z.strictObject({ taskId: id }),
    z.strictObject({
      items: z.array(
        z.strictObject({
          kind: oneOf(signKinds),
          unit: namedRef,
          parts: z.array(z.string()),
          /** Tasks in which the same photo stands, of those that this reader may open. */
          elsewhere: z.array(z.strictObject({ id, number: z.string(), title: z.string() })),
        }),
      ),
      /** Photos of which it cannot be told whether they were used before. */
      unjudged: count,
    }),
  ),
} as const
