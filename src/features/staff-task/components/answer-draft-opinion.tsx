import { maxMeasureWords } from '@/contract/task/limits'
import { maxReason } from '@/contract/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { consultWords as words } from '@/copy/consult'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { RestoredNote } from '@/src/acting/restored-note'
import type { Acting } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { ChoicePair } from '@/src/components/ask/choice'
import { OptionSheet } from '@/src/components/ask/option-sheet'
import { FactRow } from '@/src/components/show/row/fact-row'
import { useDraft } from '@/src/platform/use-draft'
import type { Consultation, StaffTask } from '../staff-task'

interface AnswerDraft {
  readonly adopted: 'yes' | 'no' | null
  readonly reason: string
  readonly measureId: string
  readonly text: string
}

interface AnswerProps {
  task: StaffTask
  opinion: Consultation['opinions'][number]
  act: Acting
  onDone: () => void
}

/** 采纳 or 不采纳 with the reason; what is adopted may change the words of one measure. */
export function AnswerDraftOpinion({ task, opinion, act, onDone }: AnswerProps) {
  const [choosing, setChoosing] = useState(false)
  const draft = useDraft<AnswerDraft>(`answerDraft.${opinion.id}`, {
    adopted: opinion.answer ? (opinion.answer.adopted ? 'yes' : 'no') : null,
    reason: opinion.answer?.reason ?? '',
    measureId: '',
    text: '',
  })
  const { value, change, read } = draft
  const place = task.measures.findIndex(({ id }) => id === value.measureId)
  const changes = value.adopted === 'yes' && place >= 0
  const send = async () => {
    const { adopted, reason, measureId, text } = read()
    const given = {
      ...{ taskId: task.id, opinionId: opinion.id, adopted: adopted === 'yes' },
      reason: reason.trim(),
      ...(changes && { measure: { id: measureId, text: text.trim() } }),
    }
    const sent = await act.run(
      deed('task.answerDraftOpinion', given, { told: words.answered }),
      draft,
    )
    if (sent) onDone()
  }
  return (
    <View className="mt3">
      <RestoredNote draft={draft} />
      <ChoicePair
        label={words.answer}
        options={[
          { value: 'yes', text: words.adopted },
          { value: 'no', text: words.notAdopted },
        ]}
        value={value.adopted}
        onChange={(adopted) => change({ adopted })}
      />
      <View className="mt3">
        <DraftBox
          draft={draft}
          label={words.reason}
          text={value.reason}
          max={maxReason}
          height={72}
          onInput={(reason) => change({ reason })}
        />
      </View>
      {value.adopted === 'yes' && task.measures.length > 0 && (
        <View className="mt3">
          <Card rows>
            <FactRow
              form
              name={words.measure}
              value={place < 0 ? words.noMeasure : `${place + 1}`}
              onTap={() => setChoosing(true)}
            />
          </Card>
        </View>
      )}
      {changes && (
        <View className="mt3" key={value.measureId}>
          <DraftBox
            draft={draft}
            label={words.measureText}
            text={value.text}
            max={maxMeasureWords}
            onInput={(text) => change({ text })}
          />
        </View>
      )}
      <View className="mt3">
        <ActionButton
          text={words.answer}
          busy={act.busy}
          blocked={blockedBy(
            value.adopted === null && words.adoptNeeded,
            value.reason.trim() === '' && words.reasonNeeded,
            tooLong(value.reason, maxReason),
            changes && value.text.trim() === '' && words.measureTextNeeded,
            changes && tooLong(value.text, maxMeasureWords),
          )}
          onTap={() => void send()}
        />
      </View>
      <OptionSheet
        open={choosing}
        title={words.measure}
        options={[
          { value: '', text: words.noMeasure },
          ...task.measures.map(({ id, text }, at) => ({ value: id, text: `${at + 1}. ${text}` })),
        ]}
        value={value.measureId}
        onChoose={(measureId) =>
          change({
            measureId,
            text: task.measures.find(({ id }) => id === measureId)?.text ?? '',
          })
        }
        onClose={() => setChoosing(false)}
      />
    </View>
  )
}
