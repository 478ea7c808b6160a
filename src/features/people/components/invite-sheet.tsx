import { maxInvitedName } from '@/contract/identity/limits'
import { View } from '@tarojs/components'
import { roleNames } from '@/copy/identity'
import { peopleWords as words } from '@/copy/people'
import { rolesOfUnit } from '@/domain/organization/membership-rules'
import type { ActionOutput } from '@/contract/actions'
import { blockedBy } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import type { Acting } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { RadioList } from '@/src/components/ask/choice/radio-list'
import { TextField } from '@/src/components/ask/field/text-field'
import { Sheet } from '@/src/components/frame/sheet'
import { useDraft } from '@/src/platform/use-draft'
import type { Invitation, InviteForm } from '../invitation'

interface InviteSheetProps {
  unit: ActionOutput<'identity.getUnit'>
  act: Acting
  onMade: (invitation: Invitation) => void
}

const empty: InviteForm = { name: '', role: null }

/** Name and role; only roles that such a unit has are there to choose. */
export function InviteSheet({ unit, act, onMade }: InviteSheetProps) {
  const draft = useDraft(`invite.${unit.id}`, empty)
  const { role } = draft.value
  const name = draft.value.name.trim()
  const send = async () => {
    if (role === null) return
    const input = { role, unitKey: unit.id, regionCode: unit.region.code, name }
    const made = await act.run(
      deed('identity.invite', input, {
        then: ({ code, expiresAt }) => onMade({ code, expiresAt, name, role }),
      }),
    )
    if (made) draft.clear()
  }
  return (
    <Sheet
      open
      title={words.inviteTo(unit.name)}
      onClose={act.close}
      foot={
        <ActionButton
          text={words.send}
          busy={act.busy}
          blocked={blockedBy(!name && words.nameNeeded, role === null && words.roleNeeded)}
          onTap={() => void send()}
        />
      }
    >
      <RefusalNote text={act.refusal} />
      <RestoredNote draft={draft} />
      <TextField
        key={`name${draft.generation}`}
        label={words.inviteName}
        hint={words.inviteNameHint}
        initial={draft.value.name}
        max={maxInvitedName}
        onInput={(typed) => draft.change({ name: typed })}
      />
      <View className="name mt4">{words.inviteRole}</View>
      <RadioList
        label={words.inviteRole}
        options={rolesOfUnit(unit).map((each) => ({ value: each, text: roleNames[each] }))}
        value={role}
        onChange={(chosen) => draft.change({ role: chosen })}
      />
    </Sheet>
  )
}
