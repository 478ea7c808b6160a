import { eventsOfTimeline } from '@/domain/timeline/events'
import { timelineStates } from '@/domain/timeline/timeline'
import { changed, id, isoDay, oneOf } from '../fields'
import * as z from '../zod'

export const timelineChanged = changed(oneOf(timelineStates), oneOf(eventsOfTimeline))

const measureDate = z.strictObject({ measureId: id, on: isoDay })

export const dates = z.array(measureDate).check(z.minLength(1), z.maxLength(100))
