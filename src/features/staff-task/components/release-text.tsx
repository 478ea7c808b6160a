import { View } from '@tarojs/components'
import { fullDay, fullDueDay } from '@/copy/moment'
import { releaseWords as words, staffTaskWords } from '@/copy/staff-task'
import { categoryNames } from '@/copy/task'
import type { ActionOutput } from '@/contract/actions'
import type { ReleasableTaskField } from '@/domain/release/release'
import { Card } from '@/src/components/card'
import { NoteBlock } from '@/src/components/note-block'
import { FactRow } from '@/src/components/row/fact-row'

export type Preview = ActionOutput<'task.previewRelease'>

interface PublicTextProps {
  preview: Preview
  /** What the one who reads it does not let out. */
  leftOut: readonly ReleasableTaskField[]
}

/** What the public would read, as far as it is let out; a notice's own words stand on its sheet. */
export function PublicText({ preview, leftOut }: PublicTextProps) {
  const { task } = preview
  const shown = (field: ReleasableTaskField, text: string) =>
    leftOut.includes(field) ? words.leftOut : text
  const checks = [
    [preview.secrecyOn, staffTaskWords.secrecyDone] as const,
    [preview.opennessOn, staffTaskWords.opennessDone] as const,
  ]
  return (
    <View>
      {checks.map(
        ([on, what]) =>
          on && (
            <View key={what} className="mb3">
              <NoteBlock icon="check" tone="green">
                {words.doneBy(what, fullDay(on))}
              </NoteBlock>
            </View>
          ),
      )}
      <View className="title mb3">{task.title}</View>
      <Card rows>
        <FactRow
          name={staffTaskWords.category}
          value={shown('category', categoryNames[task.category])}
        />
        <FactRow name={staffTaskWords.units} value={shown('units', task.unitNames.join('、'))} />
        <FactRow
          name={staffTaskWords.deadline}
          value={shown(
            'deadline',
            task.dueOn ? fullDueDay(task.dueOn, task.dueProvisional) : task.dueText,
          )}
        />
        <FactRow
          name={staffTaskWords.regions}
          value={[
            ...(leftOut.includes('regions') ? [] : task.regionNames),
            ...(leftOut.includes('villages') ? [] : task.villageNames),
          ].join('、')}
        />
      </Card>
      <Card>
        {!task.result && (
          <View className="mb4">
            <View className="name">{staffTaskWords.problem}</View>
            <View className="mt1">{shown('problem', task.problem)}</View>
            <View className="name mt4">{staffTaskWords.goals}</View>
            {(leftOut.includes('goals') ? [words.leftOut] : task.goals).map((goal) => (
              <View key={goal} className="mt1">
                {goal}
              </View>
            ))}
          </View>
        )}
        <View className="name">{staffTaskWords.measures}</View>
        {leftOut.includes('measures') ? (
          <View className="mt1">{words.leftOut}</View>
        ) : (
          task.measures.map((measure, place) => (
            <View key={place} className="mt1">
              {`${place + 1}. ${measure}`}
            </View>
          ))
        )}
      </Card>
    </View>
  )
}

/** Why one of the two did not let it out, until it is checked anew. */
export function WithheldNote({ preview: { withheld } }: { preview: Preview }) {
  if (!withheld) return null
  return (
    <View className="mb3">
      <NoteBlock icon="alert" tone="amber">
        <View className="name">{words.withheld(withheld.by, fullDay(withheld.on))}</View>
        <View>{withheld.reason}</View>
      </NoteBlock>
    </View>
  )
}
