import { addDays } from '@/domain/calendar/day'
import {
  alarmsOf,
  daysWatched,
  timerStates,
  type WatchKind,
  type WatchRow,
} from '@/domain/operations/watch'
import { whyNotManage } from '@/domain/organization/membership-rules'
import { refuseIf } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import type { Stores } from '../../_stores/open-stores'

const hourMs = 3_600_000

const newestFirst = (a: WatchRow, b: WatchRow) =>
  a.on < b.on ? 1 : a.on > b.on ? -1 : b.count - a.count

/** 系统运行: what the counts of the last days say, and what waits now. */
export const getWatch =
  ({ watch }: Pick<Stores, 'watch'>): Handler<'identity.getWatch'> =>
  async (_input, { actor, now, today }) => {
    refuseIf(whyNotManage(actor, []))
    const [rows, waiting] = await Promise.all([
      watch.since(addDays(today, -daysWatched)),
      watch.waiting(now - hourMs),
    ])
    const of = (wanted: WatchKind) => rows.filter(({ kind }) => kind === wanted).sort(newestFirst)
    return {
      alarms: alarmsOf(rows, now),
      timers: timerStates(rows, now),
      outbox: waiting.outbox,
      messages: { pending: waiting.pending, stuck: waiting.stuck },
      sends: of('send').map(({ on, name, template, count }) => ({
        on,
        code: name,
        template: template ?? '',
        count,
      })),
      errors: of('error').map(({ on, functionName, name, count }) => ({
        on,
        functionName,
        code: name,
        count,
      })),
      storedBytes: of('storage')[0]?.count ?? null,
    }
  }
