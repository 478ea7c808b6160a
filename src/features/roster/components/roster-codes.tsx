import { View } from '@tarojs/components'
import { roleNames } from '@/copy/identity'
import { rosterWords as words } from '@/copy/roster'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { NoteBlock } from '@/src/components/show/note-block'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { copyText } from '@/src/platform/clipboard'
import { wayTo } from '@/src/platform/navigation'
import type { FreshCode } from '../roster'

const roleOf = ({ role }: FreshCode) => roleNames[role]

/** A line a person, with tabs between: pasted into Excel it is a table. */
const asText = (codes: readonly FreshCode[]) =>
  codes.map((each) => [each.name, each.phone, roleOf(each), each.code].join('\t')).join('\n')

/** The codes that were made, once. */
export function RosterCodes({ codes }: { codes: readonly FreshCode[] }) {
  const copy = async () => {
    if (await copyText(asText(codes))) toast(words.copied)
  }
  if (codes.length === 0) return null
  return (
    <>
      <SectionHead text={words.codes(codes.length)} />
      <View className="sub mb3">{words.codesLine}</View>
      <ActionButton text={words.copy} onTap={() => void copy()} />
      <View className="mt3">
        <Card rows>
          {codes.map((each) => (
            <Row
              key={each.code}
              name={each.name}
              line={[each.phone, roleOf(each)]}
              value={each.code}
            />
          ))}
        </Card>
      </View>
    </>
  )
}

/** Everything of the file is in. */
export function RosterDone({ codes }: { codes: readonly FreshCode[] }) {
  return (
    <View>
      <View className="mt4" role="status">
        <NoteBlock icon="check" tone="green">
          {words.done}
          {codes.length === 0 && <View className="sub">{words.noCodes}</View>}
        </NoteBlock>
      </View>
      <RosterCodes codes={codes} />
      <View className="mt4">
        <ActionButton kind="quiet" text={words.toPeople} {...wayTo('subpackages/office/people')} />
      </View>
    </View>
  )
}
