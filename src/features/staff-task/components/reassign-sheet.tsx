import { maxReason } from '@/contract/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { actingWords } from '@/copy/acting'
import { staffTaskWords as words } from '@/copy/staff-task'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import type { Acting } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { Row } from '@/src/components/show/row'
import { SearchSheet } from '@/src/components/ask/search-sheet'
import { Sheet } from '@/src/components/frame/sheet'
import { useDraft } from '@/src/platform/use-draft'
import { useUnitSearch } from '@/src/platform/use-unit-search'
import type { StaffTask } from '../staff-task'
import { unitsAtWork } from './drop-share-sheet'

const nothing = { toUnitId: '', unitName: '', reason: '' }

interface ReassignSheetProps {
  task: StaffTask
  /** Whose share it is. */
  fromUnitId: string
  act: Acting
}

/** 改派: to which unit, and why. */
export function ReassignSheet({ task, fromUnitId, act }: ReassignSheetProps) {
  const { id: taskId } = task
  const draft = useDraft(`reassign.${taskId}.${fromUnitId}`, nothing)
  const { toUnitId, unitName, reason } = draft.value
  const [choosing, setChoosing] = useState(false)
  const units = useUnitSearch()
  // What was sent back goes to a unit that is at work already by a step of its own.
  const isDropping =
    task.assignments.some(({ unit, state }) => unit.id === fromUnitId && state === 'returned') &&
    unitsAtWork(task, fromUnitId).some(({ id }) => id === toUnitId)
  const send = () => {
    const input = { taskId, fromUnitId, toUnitId, reason: draft.read().reason.trim() }
    return act.run(deed('task.reassign', input, { told: words.reassigned }), draft)
  }
  return (
    <>
      <Sheet
        open={!choosing}
        title={words.reassign}
        onClose={act.close}
        foot={
          <ActionButton
            text={words.reassign}
            busy={act.busy}
            blocked={blockedBy(
              !toUnitId && words.reassignUnitNeeded,
              isDropping && words.reassignHasShare,
              !reason.trim() && words.reasonNeeded,
              tooLong(reason, maxReason),
            )}
            onTap={() => void send()}
          />
        }
      >
        <RefusalNote text={act.refusal} />
        <RestoredNote draft={draft} />
        <View className="mb3">{words.reassignLine}</View>
        <Row
          name={words.reassignTo}
          value={unitName || words.reassignChoose}
          onTap={() => setChoosing(true)}
        />
        <DraftBox
          draft={draft}
          label={words.reason}
          text={reason}
          max={maxReason}
          onInput={(typed) => draft.change({ reason: typed })}
        />
      </Sheet>
      <SearchSheet
        open={choosing}
        title={words.reassignTo}
        placeholder={actingWords.searchUnit}
        none={actingWords.noUnits}
        load={units}
        onClose={() => setChoosing(false)}
        onChoose={({ value, text }) => {
          draft.change({ toUnitId: value, unitName: text })
          setChoosing(false)
        }}
      />
    </>
  )
}
