import { feedbackStates } from '@/domain/feedback/feedback'
import { feedbackEvents } from '@/domain/feedback/workflow'
import { maxPhotos } from './limits'
import { changed, fileId, id, oneOf } from '../fields'
import * as z from '../zod'

export const feedbackChanged = changed(oneOf(feedbackStates), oneOf(feedbackEvents))

export const photoIds = z.array(fileId).check(z.maxLength(maxPhotos))

export const accusedUnitIds = z.array(id).check(z.maxLength(10))
