import { maxPerson } from '@/contract/limits'
import { staffTaskWords as words } from '@/copy/staff-task'
import { isPhone, maxPhone } from '@/domain/organization/phone'
import { blockedBy } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import type { Acting } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { TextField } from '@/src/components/ask/field/text-field'
import { Sheet } from '@/src/components/frame/sheet'
import { readStored, writeStored } from '@/src/platform/storage'
import { useDraft } from '@/src/platform/use-draft'

const nobody = { person: '', phone: '' }

/** 签收: person and phone; the last values are filled in, nobody types them twice. */
export function SignSheet({ taskId, act }: { taskId: string; act: Acting }) {
  const draft = useDraft(`signFor.${taskId}`, readStored('signer') ?? nobody)
  const person = draft.value.person.trim()
  const phone = draft.value.phone.trim()
  const sign = async () => {
    // Reminders go to the signer: the moment at which consent means something.
    const following = { told: words.signed, consent: ['deadline'] as const }
    const signed = deed('task.signFor', { taskId, person, phone }, following)
    if (await act.run(signed, draft)) writeStored('signer', { person, phone })
  }
  return (
    <Sheet
      open
      title={words.signTitle}
      onClose={act.close}
      foot={
        <ActionButton
          text={words.signFor}
          busy={act.busy}
          blocked={blockedBy(
            !person && words.signPersonNeeded,
            !phone && words.signPhoneNeeded,
            !isPhone(phone) && words.signPhoneWrong,
          )}
          onTap={() => void sign()}
        />
      }
    >
      <RefusalNote text={act.refusal} />
      <RestoredNote draft={draft} />
      <TextField
        key={`person${draft.generation}`}
        label={words.signPerson}
        initial={draft.value.person}
        max={maxPerson}
        onInput={(typed) => draft.change({ person: typed })}
      />
      <TextField
        key={`phone${draft.generation}`}
        label={words.signPhone}
        initial={draft.value.phone}
        max={maxPhone}
        hint={words.signLine}
        onInput={(typed) => draft.change({ phone: typed })}
      />
    </Sheet>
  )
}
