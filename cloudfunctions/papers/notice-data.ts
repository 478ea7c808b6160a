import { levelNames } from '@/copy/chain'
import { fullDay } from '@/copy/moment'
import { paperWords as words } from '@/copy/papers/words'
import type { WorkCalendar } from '@/domain/calendar/work-calendar'
import type { PaperData } from '@/domain/papers/paper'
import type { PublicTask } from '@/domain/release/public-task'
import { photosOf } from '@/domain/release/result'
import { lastDayOf } from '@/domain/task/notice'

const periodOf = ({ facts: { notice } }: PublicTask, calendar: WorkCalendar): string => {
  if (!notice) return words.notice.none
  const last = lastDayOf(notice, calendar)
  const from = fullDay(notice.from)
  return last.provisional
    ? words.notice.waiting(from, notice.workingDays)
    : words.notice.period(from, fullDay(last.on), notice.workingDays)
}

/** The same words as in the file of the case. */
const villagesOf = ({ result }: PublicTask['text']): string => {
  const { villages } = result ?? {}
  if (!villages) return words.notice.noVillages
  const { counts, words: said } = villages
  return `${counts ? words.opinions.counts(counts) : words.opinions.few}${said}`
}

/** The values of a notice, of nothing but what two persons released. */
export const noticeData = (task: PublicTask, calendar: WorkCalendar): PaperData => {
  const { text } = task
  const measures = new Map(text.measures.map((measure) => [measure.id, measure.text]))
  return {
    values: {
      number: text.number,
      title: text.title,
      period: periodOf(task, calendar),
      problem: text.problem,
      villages: villagesOf(text),
    },
    lists: {
      done: (text.result?.done ?? []).map(({ measureId, on, words: said }) => ({
        text: measures.get(measureId) ?? '',
        words: said,
        on: fullDay(on),
      })),
      checks: (text.result?.checks ?? []).map(({ level, unitName, checkers, on }) => ({
        level: levelNames[level],
        unit: unitName,
        checkers: String(checkers),
        on: fullDay(on),
      })),
      photos: photosOf(text).map(({ text: of, beforeOn, afterOn }, nth) => ({
        nth: String(nth + 1),
        text: of,
        before: words.notice.photo('before', beforeOn),
        after: words.notice.photo('after', afterOn),
      })),
    },
  }
}
