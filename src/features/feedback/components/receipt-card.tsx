import { View } from '@tarojs/components'
import { dueDay } from '@/copy/moment'
import { progressWords, receiptWords as words } from '@/copy/report'
import { beijingDay } from '@/domain/calendar/day'
import { ActionButton } from '@/src/components/tap/action-button'
import { CodeCard } from '@/src/components/show/code-card'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { copyText } from '@/src/platform/clipboard'
import { serverNow } from '@/src/platform/clock'
import { spacedLookupCode } from '@/src/platform/key'
import { wayTo } from '@/src/platform/navigation'
import type { ItemOf } from '@/src/platform/outbox-item'
import { lostOf, type Receipt } from '../report/receipts'
import { AskNotice } from './ask-notice'
import { LostFiles } from './lost-files'

interface ReceiptCardProps {
  reply: Receipt
  item: ItemOf<'feedback.submit'>
  onAnother: () => void
}

/** Number and code right after the report has arrived, in the place where it waited. */
export function ReceiptCard({ reply, item, onAnother }: ReceiptCardProps) {
  const { id, number, admitDueOn } = reply
  const code = item.lookupCode ?? ''
  const anonymous = item.input.protection === 'anonymous'
  return (
    <View>
      <View className="title mb4" role="status">
        {words.title(dueDay(admitDueOn, beijingDay(serverNow()), false))}
      </View>
      <LostFiles lost={lostOf(item)} />
      <CodeCard
        codes={[
          { label: progressWords.number, value: number },
          { label: progressWords.code, value: spacedLookupCode(code) },
        ]}
        hint={progressWords.keepIt}
        onCopy={() =>
          void copyText(`${number} ${code}`).then((copied) =>
            toast(copied ? progressWords.copied : progressWords.notCopied),
          )
        }
      />
      {!anonymous && <AskNotice />}
      <View className="mt4">
        <ActionButton
          text={words.see}
          {...wayTo('pages/progress', anonymous ? { code } : { id })}
        />
      </View>
      <View className="mt2">
        <ActionButton kind="plain" text={words.another} onTap={onAnother} />
      </View>
    </View>
  )
}
