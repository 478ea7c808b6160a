import { maxPaperNumber } from '@/contract/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { consultWords as words } from '@/copy/consult'
import { blockedBy } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { RestoredNote } from '@/src/acting/restored-note'
import type { Acting } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { TextField } from '@/src/components/ask/field/text-field'
import { OptionSheet } from '@/src/components/ask/option-sheet'
import { FactRow } from '@/src/components/show/row/fact-row'
import { SectionHead } from '@/src/components/frame/section-head'
import { useDraft } from '@/src/platform/use-draft'
import type { Consultation, StaffTask } from '../staff-task'
import { blockedSaying, type SaidDraft, saidOf, SayingFields } from './draft-opinion'

interface RecordedDraft extends SaidDraft {
  readonly party: string
  readonly paperNumber: string
}

/** Where one alone was asked it is whose paper this is. */
const nothing = ({ parties: [first, second] }: Consultation): RecordedDraft => ({
  ...{ view: null, words: '', paperNumber: '' },
  party: second === undefined ? (first?.id ?? '') : '',
})

interface RecordProps {
  task: StaffTask
  consultation: Consultation
  act: Acting
}

/** 登记纸质意见 of a village or firm that is not in the system. */
export function RecordDraftOpinion({ task, consultation, act }: RecordProps) {
  const [choosing, setChoosing] = useState(false)
  const draft = useDraft<RecordedDraft>(`paperOpinion.${task.id}`, nothing(consultation))
  const { value, change, read } = draft
  const { parties } = consultation
  const send = () => {
    const { party, paperNumber } = read()
    const said = { taskId: task.id, ...saidOf(read()) }
    const given = { ...said, party, paperNumber: paperNumber.trim() }
    void act.run(deed('task.sayOnDraft', given, { told: words.recorded }), draft)
  }
  return (
    <View>
      <SectionHead text={words.record} />
      <View className="sub mb3">{words.recordLine}</View>
      <RestoredNote draft={draft} />
      <Card rows>
        <FactRow
          form
          name={words.party}
          value={parties.find(({ id }) => id === value.party)?.name ?? words.choose}
          onTap={() => setChoosing(true)}
        />
      </Card>
      <View key={draft.generation} className="mt3">
        <TextField
          label={words.paperNumber}
          max={maxPaperNumber}
          initial={value.paperNumber}
          onInput={(paperNumber) => change({ paperNumber })}
        />
      </View>
      <SayingFields draft={draft} onChange={change} />
      <View className="mt3">
        <ActionButton
          kind="outlined"
          text={words.record}
          busy={act.busy}
          blocked={blockedBy(
            value.party === '' && words.partyNeeded,
            value.paperNumber.trim() === '' && words.paperNeeded,
            blockedSaying(value),
          )}
          onTap={send}
        />
      </View>
      <OptionSheet
        open={choosing}
        title={words.party}
        options={parties.map(({ id, name }) => ({ value: id, text: name }))}
        value={value.party}
        onChoose={(party) => change({ party })}
        onClose={() => setChoosing(false)}
      />
    </View>
  )
}
