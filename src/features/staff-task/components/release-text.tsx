import { View } from '@tarojs/components'
import { fullDay } from '@/copy/moment'
import { releaseWords as words, staffTaskWords } from '@/copy/staff-task'
import type { ReleasableTaskField } from '@/domain/release/release'
import { Card } from '@/src/components/show/card'
import { NoteBlock } from '@/src/components/show/note-block'
import { FactRow } from '@/src/components/show/row/fact-row'
import { type Preview, publicRows, publicTexts } from '../public-lines'

interface PublicTextProps {
  preview: Preview
  /** What the one who reads it does not let out. */
  leftOut: readonly ReleasableTaskField[]
}

/** What the public would read, as far as it is let out; a notice's own words stand on its sheet. */
export function PublicText({ preview, leftOut }: PublicTextProps) {
  const { task } = preview
  const texts = publicTexts(task, leftOut)
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
        {publicRows(task, leftOut).map(([name, lines]) => (
          <FactRow key={name} name={name} value={lines.join('、')} />
        ))}
      </Card>
      {texts.length > 0 && (
        <Card>
          {texts.map(([name, lines], place) => (
            <View key={name} className={place > 0 ? 'mt4' : ''}>
              <View className="name">{name}</View>
              {lines.map((line) => (
                <View key={line} className="mt1">
                  {line}
                </View>
              ))}
            </View>
          ))}
        </Card>
      )}
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
