import { addDays, beijingDay } from '@/domain/calendar/day'
import { type Alarm, type AlarmKind, alarmsToTell, daysWatched } from '@/domain/operations/watch'
import type { Database } from './database'
import { DuplicateId } from './document'
import type { Environment } from './environment'
import { watchCollection, type WatchStore } from './watch-store'
import { post } from './wechat-post'

/** The sentence that the group reads. */
type Words = (city: string, kind: AlarmKind, about: string | null) => string

/**
 * Tells of alarms whoever does not look at 系统运行, each once a day: in a group chat of 企业微信, by the
 * robot whose address is `ALARM_WEBHOOK`. That way needs neither the mini-program's token nor a consent
 * nor the list of addresses, which are what mostly fails. Every timer rings, so that one which stands
 * still is told of by another.
 */
export class AlarmBell {
  private readonly webhook: string | null
  private readonly city: string

  /** Without `ALARM_WEBHOOK` nobody is told. */
  constructor(
    private readonly stores: {
      readonly database: Database
      readonly watch: Pick<WatchStore, 'since'>
    },
    env: Pick<Environment, 'ALARM_WEBHOOK' | 'CITY_NAME'>,
    private readonly words: Words,
  ) {
    this.webhook = env.ALARM_WEBHOOK
    this.city = env.CITY_NAME
  }

  /**
   * Never fails a run.
   * @param now epoch milliseconds
   */
  async ring(now: number): Promise<void> {
    if (this.webhook === null) return
    try {
      const rows = await this.stores.watch.since(addDays(beijingDay(now), -daysWatched))
      for (const alarm of alarmsToTell(rows, now)) await this.tellOnce(alarm, now)
    } catch {
      // The database is away, or writing is closed: the next timer rings.
    }
  }

  private async tellOnce({ kind, about }: Alarm, now: number): Promise<void> {
    const on = beijingDay(now)
    const _id = [on, 'alarm', kind, about].filter(Boolean).join(' ')
    const row = { on, kind: 'alarm', functionName: '', name: kind, template: about }
    try {
      await this.stores.database.create(watchCollection, { _id, ...row, count: 1, lastAt: now })
    } catch (error) {
      if (error instanceof DuplicateId) return
      throw error
    }
    const content = this.words(this.city, kind, about)
    const { errcode } = await post(this.webhook!, { msgtype: 'text', text: { content } })
    // What did not arrive is told by the next timer.
    if (errcode !== 0) await this.stores.database.remove(watchCollection, _id)
  }
}
