import { maxReason } from '@/contract/limits'
import { View } from '@tarojs/components'
import { staffTaskWords as words } from '@/copy/staff-task'
import { couldTakeOver } from '@/domain/task/responsibility'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import type { Acting } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { ReasonOptions } from '@/src/components/ask/choice'
import { Sheet } from '@/src/components/frame/sheet'
import { useDraft } from '@/src/platform/use-draft'
import type { StaffTask } from '../staff-task'

/** Responsible units that could take over what another one sent back. */
export const unitsAtWork = ({ assignments }: StaffTask, fromUnitId: string) =>
  assignments
    .filter(({ unit, state }) => couldTakeOver({ unitId: unit.id, state }, fromUnitId))
    .map(({ unit }) => unit)

interface DropShareSheetProps {
  task: StaffTask
  /** Whose share was sent back. */
  fromUnitId: string
  act: Acting
}

/** 并给别的责任单位: which of them goes on with it, and why. */
export function DropShareSheet({ task, fromUnitId, act }: DropShareSheetProps) {
  const units = unitsAtWork(task, fromUnitId)
  // One that remains is no choice.
  const only = units.length === 1 ? (units[0]?.id ?? '') : ''
  const draft = useDraft(`dropShare.${task.id}.${fromUnitId}`, { toUnitId: only, reason: '' })
  const { toUnitId, reason } = draft.value
  const send = () => {
    const said = { toUnitId, reason: draft.read().reason.trim() }
    const input = { taskId: task.id, fromUnitId, ...said }
    return act.run(deed('task.dropShare', input, { told: words.shareDropped }), draft)
  }
  return (
    <Sheet
      open
      title={words.dropShare}
      onClose={act.close}
      foot={
        <ActionButton
          text={words.dropShareNow}
          busy={act.busy}
          blocked={blockedBy(
            !units.some(({ id }) => id === toUnitId) && words.reassignUnitNeeded,
            !reason.trim() && words.reasonNeeded,
            tooLong(reason, maxReason),
          )}
          onTap={() => void send()}
        />
      }
    >
      <RefusalNote text={act.refusal} />
      <RestoredNote draft={draft} />
      <View className="mb3">{words.dropShareLine}</View>
      <ReasonOptions
        label={words.dropShareTo}
        options={units.map(({ id, name }) => ({ value: id, text: name }))}
        value={toUnitId}
        onChange={(value) => draft.change({ toUnitId: value })}
      />
      <View className="mt3">
        <DraftBox
          draft={draft}
          label={words.reason}
          text={reason}
          max={maxReason}
          onInput={(typed) => draft.change({ reason: typed })}
        />
      </View>
    </Sheet>
  )
}
