import { objectionStates } from '@/domain/objection/objection'
import { objectionEvents } from '@/domain/objection/workflow'
import { changed, fileId, id, oneOf } from '../fields'
import { maxAttached } from '../limits'
import * as z from '../zod'

export const objectionChanged = changed(oneOf(objectionStates), oneOf(objectionEvents))

export const objectionId = { objectionId: id }

export const photoIds = z.array(fileId).check(z.maxLength(maxAttached))
