import { View } from '@tarojs/components'
import { noticeDaysWords as words } from '@/copy/notice-days'
import type { ActionOutput } from '@/contract/actions'
import { beijingDay } from '@/domain/calendar/day'
import { NoteBlock } from '@/src/components/show/note-block'
import { SectionHead } from '@/src/components/frame/section-head'
import { serverNow } from '@/src/platform/clock'
import './notice-calendar.scss'

type Notice = NonNullable<ActionOutput<'task.previewRelease'>['notice']>

const faceOf = ({ worked, nth }: Notice['days'][number]): string => {
  if (nth !== null) return 'notice-day--counted'
  return worked ? '' : 'notice-day--off'
}

interface NoticeCalendarProps {
  notice: Pick<Notice, 'from' | 'lastOn' | 'days'>
  /** The page has said until when. */
  headless?: boolean
}

/** The days of a notice as they are counted, make-up days and holidays named. */
export function NoticeCalendar({ notice, headless = false }: NoticeCalendarProps) {
  const { from, lastOn, days } = notice
  const today = beijingDay(serverNow())
  const counted = days.filter(({ nth }) => nth !== null).length
  const head = from === today ? words.periodIfToday : words.period
  return (
    <View>
      {!headless && (
        <SectionHead first text={head(from, lastOn)} right={words.workingDays(counted)} />
      )}
      {!headless && lastOn === null && (
        <View className="mb3">
          <NoteBlock icon="alert" tone="amber">
            {words.unpublished}
          </NoteBlock>
        </View>
      )}
      <View className="notice-days">
        {words.weekdays.map((name) => (
          <View key={name} className="notice-days__name">
            {name}
          </View>
        ))}
        {days.map((day) => (
          <View
            key={day.on}
            className={`notice-day ${faceOf(day)} ${day.on === today ? 'notice-day--today' : ''}`}
            aria-label={words.dayLabel(day, today)}
            role="img"
          >
            <View>{words.dayName(day)}</View>
            <View className="notice-day__kind">{words.dayKind(day, today)}</View>
          </View>
        ))}
      </View>
    </View>
  )
}
