import { maxCode } from '@/contract/identity/limits'
import { View } from '@tarojs/components'
import { joinWords as words } from '@/copy/legal'
import { deed } from '@/src/acting/deed'
import { sayFailure } from '@/src/acting/say-failure'
import { useAct } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { TextLink } from '@/src/components/tap/text-link'
import { TextField } from '@/src/components/ask/field/text-field'
import { openTab } from '@/src/platform/navigation'
import { chooseActAs } from '@/src/platform/session'
import { replaceDraft } from '@/src/platform/drafts'
import { codeIn } from '@/src/platform/join-address'
import { canScan, scanCode } from '@/src/platform/scan-code'
import { useDraft } from '@/src/platform/use-draft'

/** Staff join by a one-time invitation; `given` is the code that an address brought along. */
export function Join({ given }: { given: string }) {
  const draft = useDraft('join', { code: given })
  const code = draft.value.code.trim()
  const act = useAct()
  const scan = async () => {
    try {
      const scanned = await scanCode()
      if (scanned !== null) replaceDraft(draft.name, { code: codeIn(scanned) })
    } catch (error) {
      sayFailure(error)
    }
  }
  const join = async () => {
    await act.run(
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
      draft,
    )
  }
  return (
    <View>
      <View className="dim mb4">{words.line}</View>
      <TextField
        key={draft.generation}
        label={words.label}
        initial={draft.value.code}
        max={maxCode}
        onInput={(typed) => draft.change({ code: typed })}
        error={act.refusal}
      />
      {canScan && (
        <View className="mt3">
          <TextLink lead="qr" text={words.scan} onTap={() => void scan()} />
        </View>
      )}
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
