import { fieldsOf } from '@/domain/known'
import { View } from '@tarojs/components'
import { actingWords } from '@/copy/acting'
import { errorTexts } from '@/copy/errors'
import { reportWords, waitingWords as words } from '@/copy/report'
import { takeBack } from '@/src/acting/take-back'
import { sendingWords } from '@/src/acting/waiting-note'
import { Card } from '@/src/components/show/card'
import { CodeCard } from '@/src/components/show/code-card'
import { NoteBlock } from '@/src/components/show/note-block'
import { StateChip } from '@/src/components/show/state-chip'
import { TextLink } from '@/src/components/tap/text-link'
import { Timeline } from '@/src/components/show/timeline'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { copyText } from '@/src/platform/clipboard'
import { spacedLookupCode } from '@/src/platform/key'
import { callPhone } from '@/src/platform/phone'
import { useMe } from '@/src/platform/use-me'
import type { WaitingItem } from '@/src/platform/use-outbox'
import { AboutTask } from './about-task'
import type { ItemOf } from '@/src/platform/outbox-item'

interface WaitingReportProps {
  item: WaitingItem & ItemOf<'feedback.submit'>
  /** Empties the form for another report, where the form is this page. */
  onAnother?: () => void
  /** Back in the form, e.g. to open it. */
  onTakenBack?: (taskId: string | null) => void
}

/** 未送达 first, then what happens next, what was said, and a phone way out. */
export function WaitingReport({ item, onAnother, onTakenBack }: WaitingReportProps) {
  const phone = useMe().me?.host.complaintPhone
  const { words: said, taskId, protection } = item.input
  const { regionName } = fieldsOf(item.form?.value)
  const change = () => {
    if (takeBack(item)) onTakenBack?.(taskId)
    else toast(actingWords.formBusy)
  }
  return (
    <View>
      <Head item={item} />
      {taskId && <AboutTask id={taskId} />}
      {protection === 'anonymous' && item.lookupCode && <Code code={item.lookupCode} />}
      <Card>
        <Timeline nodes={nodesOf(item)} />
      </Card>
      <Card>
        <View>{said || words.voiceOnly}</View>
        <View className="hr" />
        <View className="between">
          <View className="sub">{String(regionName || reportWords.wherePlaceholder)}</View>
          {!item.sending && <TextLink text={actingWords.change} go="right" onTap={change} />}
        </View>
      </Card>
      {onAnother && (
        <View className="centre mt2">
          <TextLink lead="plus" text={words.another} onTap={onAnother} />
        </View>
      )}
      {phone && (
        <View className="mt3">
          <NoteBlock
            icon="phone"
            action={<TextLink text={words.call} onTap={() => callPhone(phone)} />}
          >
            {words.hurry(phone)}
          </NoteBlock>
        </View>
      )}
    </View>
  )
}

function Head({ item }: { item: WaitingItem }) {
  const { sending, state, code, savedAt } = item
  if (sending) {
    return (
      <View className="mb4" role="status">
        <View className="title">{sendingWords(item)}</View>
        <View className="mt2">{words.sendingLine}</View>
      </View>
    )
  }
  const refused = state === 'refused'
  return (
    <View className="mb4">
      <StateChip tone="amber" shape="sand" word={actingWords.notSent} />
      <View className="title mt2">{refused ? words.refused : actingWords.keptTitle}</View>
      <View className="mt2">{refused ? errorTexts[code ?? 'INTERNAL'] : words.line}</View>
      <View className="dim mt1">{words.saved(savedAt)}</View>
    </View>
  )
}

const nodesOf = (item: WaitingReportProps['item']) => {
  const { attachments } = item
  const photos = attachments.filter(({ many }) => many).length
  const content = words.content(item.input.words !== '', photos, attachments.length > photos)
  return [
    { key: 'saved', state: 'done' as const, name: words.savedNode, line: content },
    { key: 'send', state: 'waiting' as const, name: words.sendNode, line: words.sendLine },
    { key: 'receive', state: 'todo' as const, name: words.receiveNode, line: words.receiveLine },
  ]
}

/** The only way to follow an anonymous report: it is shown before anything was sent. */
function Code({ code }: { code: string }) {
  return (
    <View className="mb3">
      <CodeCard
        codes={[{ label: words.code, value: spacedLookupCode(code) }]}
        hint={words.codeLine}
        onCopy={() =>
          void copyText(code).then((copied) => toast(copied ? words.copied : words.notCopied))
        }
      />
    </View>
  )
}
