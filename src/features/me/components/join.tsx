import { View } from '@tarojs/components'
import { joinWords as words } from '@/copy/legal'
import { deed } from '@/src/acting/deed'
import { useAct } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/action-button'
import { TextField } from '@/src/components/field/text-field'
import { openTab } from '@/src/platform/navigation'
import { chooseActAs } from '@/src/platform/session'
import { useDraft } from '@/src/platform/use-draft'

const noCode = { code: '' }

/** Staff join by a one-time invitation. */
export function Join() {
  const draft = useDraft('join', noCode)
  const code = draft.value.code.trim()
  const act = useAct()
  const join = async () => {
    const joined = await act.run(
      deed(
        'identity.acceptInvitation',
        { code },
        {
          told: ({ membership }) => words.joined(membership.unit.name),
          then: ({ membership }) => {
            chooseActAs(membership.id)
            openTab('todo')
          },
        },
      ),
    )
    if (joined) draft.clear()
  }
  return (
    <View>
      <View className="dim mb4">{words.line}</View>
      <TextField
        key={draft.generation}
        label={words.label}
        initial={draft.value.code}
        max={40}
        onInput={(typed) => draft.change({ code: typed })}
        error={act.refusal}
      />
      <View className="mt4">
        <ActionButton
          text={words.join}
          busy={act.busy}
          blocked={code ? null : words.needed}
          onTap={() => void join()}
        />
      </View>
    </View>
  )
}
