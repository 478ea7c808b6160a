import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { dayFrom } from '@/copy/moment'
import { anonymousWords as words } from '@/copy/report'
import { beijingDay } from '@/domain/calendar/day'
import { Card } from '@/src/components/show/card'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { ConfirmDialog } from '@/src/components/frame/sheet/confirm-dialog'
import { TextLink } from '@/src/components/tap/text-link'
import { serverNow } from '@/src/platform/clock'
import { spacedLookupCode } from '@/src/platform/key'
import { wayTo } from '@/src/platform/navigation'
import { anonymousReceipts, forgetReceipt } from '../report/receipts'

/**
 * Reports without a name: no server knows whose they are, so this phone lists them, and forgets
 * them when its owner fears that somebody looks.
 * @param delivered changes when one may have arrived
 */
export function AnonymousReports({ delivered }: { delivered: number }) {
  const [receipts, setReceipts] = useState(anonymousReceipts)
  const [forgetting, setForgetting] = useState<string | null>(null)
  useEffect(() => setReceipts(anonymousReceipts()), [delivered])
  const today = beijingDay(serverNow())
  if (receipts.length === 0) return null
  return (
    <View>
      <SectionHead text={words.title} />
      <View className="sub mb2">{words.line}</View>
      <Card rows>
        {receipts.map(({ number, code, submittedOn }) => (
          <View key={code}>
            <Row
              icon="lock"
              name={words.row(number)}
              line={[words.code(spacedLookupCode(code)), dayFrom(today, submittedOn)]}
              {...wayTo('pages/progress', { code })}
            />
            <TextLink text={words.forget} onTap={() => setForgetting(code)} />
          </View>
        ))}
      </Card>
      <ConfirmDialog
        open={forgetting !== null}
        title={words.forgetTitle}
        confirm={words.forget}
        danger
        onCancel={() => setForgetting(null)}
        onConfirm={() => {
          if (forgetting) forgetReceipt(forgetting)
          setForgetting(null)
          setReceipts(anonymousReceipts())
        }}
      >
        {words.forgetLine}
      </ConfirmDialog>
    </View>
  )
}
