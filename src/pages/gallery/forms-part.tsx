import { View } from '@tarojs/components'
import { useState } from 'react'
import { gallery as g } from '@/copy/gallery'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { RadioList } from '@/src/components/ask/choice/radio-list'
import { DateField } from '@/src/components/ask/field/date-field'
import { SearchField } from '@/src/components/ask/field/search-field'
import { TextField } from '@/src/components/ask/field/text-field'
import { OptionSheet } from '@/src/components/ask/option-sheet'
import { PhotoRow } from '@/src/components/ask/photo-row'
import { ReportBox } from '@/src/components/ask/report-box'
import { FactRow } from '@/src/components/show/row/fact-row'
import { SwitchRow } from '@/src/components/show/row/switch-row'
import { ConfirmDialog } from '@/src/components/frame/sheet/confirm-dialog'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { before } from './photos'

const nothing = () => undefined

/** Everything that is typed, chosen or pressed. */
export function FormsPart() {
  const [hidden, setHidden] = useState(true)
  const [recording, setRecording] = useState<number | null>(null)
  const [open, setOpen] = useState<'sheet' | 'dialog' | null>(null)
  const [unit, setUnit] = useState('a')
  const [day, setDay] = useState('')
  return (
    <>
      <View className="title">{g.report.question}</View>
      <View className="mt3">
        <ReportBox
          label={g.report.question}
          initial={g.report.text}
          max={2000}
          onInput={nothing}
          status={{ text: g.report.kept, kept: true }}
          voice={{
            recordingSeconds: recording,
            onStart: () => setRecording(0),
            onEnd: () => setRecording(null),
          }}
        />
      </View>
      <View className="mt4">
        <PhotoRow
          photos={[{ key: 'a', src: before, alt: g.report.photo }]}
          onTake={nothing}
          onChoose={nothing}
          onRemove={nothing}
        />
      </View>
      <Card rows className="mt4">
        <FactRow form name={g.report.where} value={g.report.place} onTap={nothing} />
        <SwitchRow
          name={g.report.hide}
          line={g.report.hideLine}
          checked={hidden}
          onChange={setHidden}
        />
      </Card>
      <View className="mt4">
        <PhotoRow
          max={2}
          photos={[
            { key: 'b', src: before, alt: g.report.photo, state: 'sending' },
            { key: 'c', src: before, alt: g.report.photo, state: 'failed' },
          ]}
          onRemove={nothing}
        />
      </View>
      <View className="mt4">
        <ReportBox
          label={g.report.question}
          placeholder={g.report.question}
          max={500}
          height={52}
          onInput={nothing}
          status={{ text: g.report.notKept, kept: false }}
          voice={{
            recordingSeconds: 12,
            onStart: nothing,
            onEnd: nothing,
            kept: {
              text: g.report.voiceNote,
              onPlay: nothing,
              onRemove: nothing,
              removeLabel: g.report.removeVoice,
            },
          }}
        />
      </View>
      <View className="mt4">
        <SearchField placeholder={g.filters.search} onInput={nothing} />
      </View>
      <View className="mt4">
        <TextField label={g.field.name} placeholder={g.field.nameHint} onInput={nothing} />
        <TextField label={g.field.name} error={g.field.nameError} onInput={nothing} />
        <DateField
          label={g.field.date}
          value={day}
          shown={g.field.dateShown}
          placeholder={g.field.dateNone}
          onChange={setDay}
        />
      </View>
      <View className="mt4">
        <RadioList
          label={g.field.name}
          value={unit}
          onChange={setUnit}
          options={[
            { value: 'a', text: g.townGov, line: g.touches },
            { value: 'b', text: g.agriculture },
          ]}
        />
      </View>
      <View className="mt4">
        <ActionButton text={g.buttons.main} onTap={nothing} />
        <View className="mt2">
          <ActionButton
            kind="outlined"
            icon="refresh"
            text={g.buttons.sheet}
            onTap={() => setOpen('sheet')}
          />
        </View>
        <View className="mt2">
          <ActionButton kind="quiet" text={g.buttons.dialog} onTap={() => setOpen('dialog')} />
        </View>
        <View className="mt2">
          <ActionButton busy text={g.buttons.busy} onTap={nothing} />
        </View>
        <View className="mt2">
          <ActionButton text={g.buttons.main} blocked={g.buttons.blocked} onTap={nothing} />
        </View>
        <View className="mt2">
          <ActionButton kind="danger" small text={g.buttons.danger} onTap={nothing} />
        </View>
        <ActionButton kind="plain" text={g.buttons.toast} onTap={() => toast(g.buttons.said)} />
      </View>
      <OptionSheet
        open={open === 'sheet'}
        title={g.sheet.title}
        value={unit}
        options={[
          { value: 'a', text: g.townGov, line: g.touches },
          { value: 'b', text: g.agriculture },
        ]}
        onChoose={setUnit}
        onClose={() => setOpen(null)}
      />
      <ConfirmDialog
        open={open === 'dialog'}
        danger
        title={g.sheet.confirm}
        confirm={g.buttons.danger}
        onConfirm={() => setOpen(null)}
        onCancel={() => setOpen(null)}
      >
        {g.sheet.confirmLine}
      </ConfirmDialog>
    </>
  )
}
