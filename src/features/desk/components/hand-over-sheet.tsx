import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { deskWords as words } from '@/copy/desk'
import { errorTexts } from '@/copy/errors'
import { ActionButton } from '@/src/components/action-button'
import { RadioList } from '@/src/components/choice/radio-list'
import { ListFaces } from '@/src/components/list-faces'
import { NoteBlock } from '@/src/components/note-block'
import { ReportBox } from '@/src/components/report-box'
import { Sheet } from '@/src/components/sheet'
import { toast } from '@/src/components/toast/toast-bus'
import { useAction } from '@/src/platform/use-action'
import { useSend } from '@/src/platform/use-send'
import { type AccusedUnit, AccusedUnits } from './accused-units'
import type { Handled, NextDesk } from '../handled'

interface HandOverSheetProps {
  open: boolean
  handled: Handled
  onDone: () => void
  onClose: () => void
}

const keyOf = ({ to }: NextDesk): string => ('membershipId' in to ? to.membershipId : to.regionCode)

/** 转交受理: whom it accuses, to whom it goes, and why. */
export function HandOverSheet({ open, handled, onDone, onClose }: HandOverSheetProps) {
  const feedbackId = handled.id
  const [accused, setAccused] = useState<readonly AccusedUnit[]>(handled.accused ?? [])
  const [chosen, setChosen] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const { send, busy, error } = useSend('feedback.handOverDesk')
  const accusedUnitIds = useMemo(() => accused.map(({ id }) => id), [accused])
  const asked = open ? { feedbackId, accusedUnitIds } : null
  const { load, retry } = useAction('feedback.listNextDesks', asked)
  const desks = load.face === 'ready' ? load.data.desks : []
  const desk = desks.find((each) => keyOf(each) === chosen)
  const submit = async () => {
    if (!desk) return
    if (!(await send({ feedbackId, to: desk.to, accusedUnitIds, reason: reason.trim() }))) return
    toast(words.handedOver)
    onDone()
  }
  const blocked = !desk ? words.chooseDesk : !reason.trim() ? words.handOverLabel : null
  return (
    <Sheet
      open={open}
      title={words.handOver}
      onClose={onClose}
      foot={
        <ActionButton
          text={words.handOver}
          busy={busy}
          blocked={blocked}
          onTap={() => void submit()}
        />
      }
    >
      <NoteBlock icon="lock" tone="amber">
        {words.handOverLine}
      </NoteBlock>
      <AccusedUnits accused={accused} onChange={setAccused} />
      <View className="name mt3">{words.handOverTo}</View>
      <ListFaces
        load={load}
        onRetry={retry}
        skeletons={1}
        isEmpty={(data) => data.desks.length === 0}
        empty={{ icon: 'msg', title: words.noDesk, line: words.noDeskLine }}
      >
        {(data) => (
          <RadioList
            label={words.handOverTo}
            options={data.desks.map((each) => ({
              value: keyOf(each),
              text: 'membershipId' in each.to ? each.name : words.intakeOf(each.name),
              line: each.unitName,
            }))}
            value={desk ? chosen : null}
            onChange={setChosen}
          />
        )}
      </ListFaces>
      <View className="mt3">
        <ReportBox
          label={words.handOverLabel}
          placeholder={words.handOverLabel}
          max={500}
          height={72}
          onInput={setReason}
        />
      </View>
      {error && <View className="sub ink-amber mt2">{errorTexts[error.code]}</View>}
    </Sheet>
  )
}
