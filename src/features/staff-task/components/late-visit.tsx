import { View } from '@tarojs/components'
import { verifyWords as words } from '@/copy/close-out'
import { fullDay } from '@/copy/moment'
import { Card } from '@/src/components/show/card'
import { NoteBlock } from '@/src/components/show/note-block'
import { TextLink } from '@/src/components/tap/text-link'
import { useOldPhotos } from '../hooks/use-old-photos'
import { useVerify } from '../hooks/use-verify'
import { type SiteVisit, takenStep } from '../site-visit'
import type { StaffTask } from '../staff-task'
import { SeenPhotos } from './seen-photos'

interface LateVisitProps {
  task: StaffTask
  visit: SiteVisit
  /** The person wants it no more. */
  onDropped: () => void
}

/**
 * Others took the step while this was on its way: what was seen is shown as it was typed and
 * stays on the phone until the person takes it away.
 */
export function LateVisit({ task, visit, onDropped }: LateVisitProps) {
  const form = useVerify(visit, onDropped)
  const old = useOldPhotos(visit, true)
  const { typed, draft } = form
  const taken = takenStep(task, visit)
  const seen = visit.measures.filter(
    ({ id }) => form.seenOf(id).inPlace !== null || form.seenOf(id).photos.length > 0,
  )
  if (seen.length === 0 && !typed.words) return <NoteBlock icon="info">{words.notNow}</NoteBlock>
  return (
    <View>
      <View className="title">{words.late}</View>
      <View className="mt2 mb3">
        <NoteBlock icon="info" tone="amber">
          {taken &&
            words.lateBy(taken.checkers.map(({ name }) => name).join('、'), fullDay(taken.on))}
          {(!taken || !taken.passed) && words.lateReturned}
          <View>{words.lateKept}</View>
        </NoteBlock>
      </View>
      <Card>
        {seen.map(({ id, text }) => {
          const { inPlace, words: said, photos } = form.seenOf(id)
          return (
            <View key={id} className="mb3">
              <View className="name">{text}</View>
              {inPlace !== null && (
                <View className="sub">{inPlace ? words.inPlace : words.notInPlace}</View>
              )}
              {said && <View className="sub">{said}</View>}
              <SeenPhotos photos={photos} />
            </View>
          )
        })}
        {typed.words && <View>{typed.words}</View>}
      </Card>
      <View className="mt3">
        <TextLink
          text={words.lateDrop}
          onTap={() => {
            form.dropAll()
            draft.clear()
            old.drop()
            onDropped()
          }}
        />
      </View>
    </View>
  )
}
