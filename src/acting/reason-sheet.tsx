import { maxReason } from '@/contract/limits'
import { View } from '@tarojs/components'
import { ActionButton } from '@/src/components/tap/action-button'
import { Sheet } from '@/src/components/frame/sheet'
import { useDraft } from '@/src/platform/use-draft'
import { blockedBy, tooLong } from './blocked'
import type { ReasonDialog } from './dialog'
import { DraftBox } from './draft-box'
import { RefusalNote } from './refusal-note'
import { RestoredNote } from './restored-note'
import type { Acting } from './use-act'

const nothingSaid = { reason: '' }

interface ReasonSheetProps {
  dialog: ReasonDialog
  act: Acting
  /** Name of the draft: the decision and its thing. */
  form: string
  about: string
}

/** Words for a decision. They are kept when the sheet is closed, and shown when it opens again. */
export function ReasonSheet({ dialog, act, form, about }: ReasonSheetProps) {
  const { title, label, line, needed, max = maxReason } = dialog
  const draft = useDraft(form, nothingSaid)
  const { reason } = draft.value
  const send = () => act.run(dialog.deed(draft.read().reason.trim(), about), draft)
  return (
    <Sheet
      open
      title={title}
      onClose={act.close}
      foot={
        <ActionButton
          text={title}
          busy={act.busy}
          blocked={blockedBy(!reason.trim() && needed, tooLong(reason, max))}
          onTap={() => void send()}
        />
      }
    >
      <RefusalNote text={act.refusal} />
      <RestoredNote draft={draft} />
      {line && <View className="mb3">{line}</View>}
      <DraftBox
        draft={draft}
        label={label}
        text={reason}
        max={max}
        onInput={(said) => draft.change({ reason: said })}
      />
    </Sheet>
  )
}
