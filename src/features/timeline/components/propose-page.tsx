import { View } from '@tarojs/components'
import { useState } from 'react'
import { errorTexts } from '@/copy/errors'
import { fullDay } from '@/copy/moment'
import { negotiationWords } from '@/copy/negotiation'
import { proposeWords as words } from '@/copy/staff-task'
import { timelineReassurance } from '@/copy/timeline'
import { beijingDay } from '@/domain/calendar/day'
import { ActionButton } from '@/src/components/action-button'
import { Card } from '@/src/components/card'
import { DateField } from '@/src/components/field/date-field'
import { FootBar } from '@/src/components/foot-bar'
import { ListFaces } from '@/src/components/list-faces'
import { NoteBlock } from '@/src/components/note-block'
import { PageShell } from '@/src/components/page-shell'
import { ReportBox } from '@/src/components/report-box'
import { toast } from '@/src/components/toast/toast-bus'
import { serverNow } from '@/src/platform/clock'
import { goBack } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import { useSend } from '@/src/platform/use-send'

/** A unit's first table of dates for one enterprise. */
export function ProposePage({ id, enterpriseId }: { id: string; enterpriseId: string }) {
  const { load, retry } = useAction('task.get', { taskId: id })
  const [days, setDays] = useState<Readonly<Record<string, string>>>({})
  const [reason, setReason] = useState('')
  const { send, busy, error } = useSend('enterprise.propose')
  const today = beijingDay(serverNow())
  const task = load.face === 'ready' ? load.data : null
  const dayOf = (measureId: string) =>
    days[measureId] ??
    task?.measures.find((measure) => measure.id === measureId)?.dueOn ??
    task?.dueOn ??
    ''
  const dates = (task?.measures ?? []).map(({ id: measureId }) => ({
    measureId,
    on: dayOf(measureId),
  }))
  const submit = async () => {
    const done = await send({ taskId: id, enterpriseId, dates, reason: reason.trim() || null })
    if (!done) return
    toast(words.sent)
    goBack()
  }
  return (
    <PageShell
      title={words.title}
      secrecy
      foot={
        task && (
          <FootBar {...(error && { note: errorTexts[error.code] })}>
            <ActionButton
              text={words.send}
              busy={busy}
              blocked={dates.every(({ on }) => on !== '') ? null : words.dateMissing}
              onTap={() => void submit()}
            />
          </FootBar>
        )
      }
    >
      <ListFaces load={load} onRetry={retry} skeletons={3}>
        {(data) => (
          <View>
            <View className="dim">
              {data.enterprises.find((each) => each.id === enterpriseId)?.name}
            </View>
            <View className="title">
              {data.dueOn ? negotiationWords.latest(data.dueOn) : negotiationWords.noLatest}
            </View>
            <View className="mt2 mb4">{words.line}</View>
            <View className="mb4">
              <NoteBlock icon="scale" tone="green">
                {timelineReassurance}
              </NoteBlock>
            </View>
            {data.measures.map((measure, place) => (
              <Card key={measure.id}>
                <View className="name mb2">{`${place + 1}. ${measure.text}`}</View>
                <DateField
                  label={words.on}
                  value={dayOf(measure.id)}
                  shown={dayOf(measure.id) ? fullDay(dayOf(measure.id)) : ''}
                  placeholder={negotiationWords.chooseDate}
                  from={today}
                  {...(data.dueOn && { until: data.dueOn })}
                  onChange={(on) => setDays((before) => ({ ...before, [measure.id]: on }))}
                />
              </Card>
            ))}
            <View className="mt4">
              <ReportBox
                label={words.reason}
                placeholder={words.reason}
                max={500}
                height={72}
                onInput={setReason}
              />
            </View>
          </View>
        )}
      </ListFaces>
    </PageShell>
  )
}
