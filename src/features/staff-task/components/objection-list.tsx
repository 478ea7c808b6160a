import { View } from '@tarojs/components'
import { useState } from 'react'
import { dueDay } from '@/copy/moment'
import { groundNames } from '@/copy/objection'
import { objectionDeskWords as words, objectionStateNames } from '@/copy/objection-staff'
import { beijingDay } from '@/domain/calendar/day'
import { PagedList } from '@/src/acting/paged-list'
import { Card } from '@/src/components/show/card'
import { ChoicePair } from '@/src/components/ask/choice'
import { PageShell } from '@/src/components/frame/page-shell'
import { Row } from '@/src/components/show/row'
import { serverNow } from '@/src/platform/clock'
import { wayTo } from '@/src/platform/navigation'
import { usePages } from '@/src/platform/use-pages'

const sides = [
  { value: 'open', text: words.open },
  { value: 'ended', text: words.ended },
] as const

/** 公示异议 of the office's region: what holds a notice open first. */
export function ObjectionList() {
  const [side, setSide] = useState<'open' | 'ended'>('open')
  const open = side === 'open'
  const list = usePages('feedback.listObjections', { open }, { refreshOnShow: true })
  const today = beijingDay(serverNow())
  return (
    <PageShell title={words.title} secrecy>
      <ChoicePair label={words.which} options={[...sides]} value={side} onChange={setSide} />
      <View className="mt4">
        <PagedList list={list} empty={{ icon: 'msg', title: words.empty, line: words.emptyLine }}>
          {(items) => (
            <Card rows>
              {items.map((item) => (
                <Row
                  key={item.id}
                  icon="msg"
                  name={item.title}
                  line={[
                    `${groundNames[item.ground]}　${item.summary ?? words.noSummary}`,
                    `${objectionStateNames[item.state]}　${
                      open
                        ? dueDay(item.dueOn, today, item.dueProvisional)
                        : words.lodgedOn(item.lodgedOn, today)
                    }`,
                  ]}
                  {...wayTo('subpackages/unit/objection', { id: item.id })}
                />
              ))}
            </Card>
          )}
        </PagedList>
      </View>
    </PageShell>
  )
}
