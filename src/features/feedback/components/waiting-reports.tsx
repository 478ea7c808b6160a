import { View } from '@tarojs/components'
import { errorTexts } from '@/copy/errors'
import { waitingWords as words } from '@/copy/report'
import type { ErrorCode } from '@/contract/errors'
import { ActionButton } from '@/src/components/action-button'
import { Card } from '@/src/components/card'
import { NoteBlock } from '@/src/components/note-block'
import { StateChip } from '@/src/components/state-chip'
import { Timeline } from '@/src/components/timeline'
import { openPage } from '@/src/platform/navigation'
import { flushOutbox, takeFromOutbox } from '@/src/platform/outbox'
import type { OutboxItem } from '@/src/platform/outbox-item'
import { callPhone } from '@/src/platform/phone'
import { writeDraft } from '@/src/platform/storage'
import { useMe } from '@/src/platform/use-me'
import { draftName, emptyReport, type ReportDraft } from '../report/report-draft'
import type { WaitingReport } from '../report/waiting-report'

/** 未送达 first, then what happens next, and a phone way out. */
export function WaitingReports({ items }: { items: readonly OutboxItem[] }) {
  return (
    <View>
      {items.map((item) => (
        <WaitingReportCard key={item.key} item={item} />
      ))}
    </View>
  )
}

function WaitingReportCard({ item }: { item: OutboxItem }) {
  const phone = useMe().me?.host.complaintPhone
  const { report } = item.input as WaitingReport
  const refused = item.state === 'refused'
  return (
    <Card>
      <StateChip tone="amber" shape="sand" word={words.notSent} />
      <View className="head mt2">{refused ? words.refused : words.title}</View>
      <View className="sub mt1 mb3">
        {refused ? errorTexts[(item.code ?? 'INTERNAL') as ErrorCode] : words.line}
      </View>
      <NoteBlock icon="doc" inside>
        {report.words}
      </NoteBlock>
      <View className="mt3">
        <Timeline
          nodes={[
            { key: 'saved', state: 'done', name: words.savedNode, line: words.saved(item.savedAt) },
            { key: 'send', state: 'waiting', name: words.sendNode, line: words.sendLine },
            { key: 'receive', state: 'todo', name: words.receiveNode },
          ]}
        />
      </View>
      <View className="two mt3">
        <ActionButton kind="outlined" small text={words.takeBack} onTap={() => takeBack(item)} />
        {!refused && (
          <ActionButton
            kind="outlined"
            small
            text={words.tryNow}
            onTap={() => void flushOutbox()}
          />
        )}
      </View>
      {phone && (
        <View className="mt2">
          <ActionButton
            kind="plain"
            icon="phone"
            text={words.call}
            onTap={() => callPhone(phone)}
          />
        </View>
      )}
    </Card>
  )
}

/** Back into the form as it was, photos and all. */
const takeBack = ({ key, actAs }: OutboxItem) => {
  const item = takeFromOutbox(key)
  if (!item) return
  const { report, photos, voice } = item.input as WaitingReport
  const draft: ReportDraft = {
    ...emptyReport,
    words: report.words,
    regionCode: report.regionCode,
    place: report.place,
    protection: report.protection,
    contactName: report.contactName ?? '',
    contactPhone: report.contactPhone ?? '',
    consentNoted: report.consentNoted,
    photos,
    voice,
  }
  writeDraft(draftName(report.taskId ?? '', actAs), draft)
  openPage('pages/report', { taskId: report.taskId })
}
