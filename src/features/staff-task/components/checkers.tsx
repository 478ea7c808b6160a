import { maxCheckerUnit } from '@/contract/task/limits'
import { maxPerson } from '@/contract/limits'
import { View } from '@tarojs/components'
import { verifyWords as words } from '@/copy/close-out'
import { RadioList } from '@/src/components/ask/choice/radio-list'
import { TextField } from '@/src/components/ask/field/text-field'
import { SectionHead } from '@/src/components/frame/section-head'
import type { useVerify } from '../hooks/use-verify'
import type { SiteVisit } from '../site-visit'
import { SignatureField } from './signature-field'

interface CheckersProps {
  visit: SiteVisit
  form: ReturnType<typeof useVerify>
}

/** Who looked beside the caller; of the province's step, both. */
export function Checkers({ visit, form }: CheckersProps) {
  return visit.level === 'province' ? (
    <View>
      <SectionHead text={words.both} />
      <Typed form={form} withSecond />
    </View>
  ) : (
    <Second visit={visit} form={form} />
  )
}

/** A colleague who confirms later, or an expert who signs here. */
function Second({ visit, form }: CheckersProps) {
  const { draft, typed } = form
  const colleagues = visit.colleagues ?? []
  return (
    <View>
      <SectionHead text={words.second} right={words.secondLine} />
      {colleagues.length > 0 && (
        <RadioList
          label={words.second}
          options={[
            ...colleagues.map(({ membershipId, name, unit }) => ({
              value: membershipId,
              text: name,
              line: `${unit.name}，${words.confirmsLater}`,
            })),
            { value: '', text: words.expert, line: words.expertLine },
          ]}
          value={typed.membershipId}
          onChange={(membershipId) => draft.change({ membershipId })}
        />
      )}
      {typed.membershipId === '' && <Typed form={form} />}
      <View className="name mt3 mb2">{words.sign}</View>
      {typed.membershipId !== '' && <View className="sub mb2">{words.signLine}</View>}
      <SignatureField
        kept={typed.signature}
        onChange={(signature) => draft.change({ signature })}
      />
    </View>
  )
}

function Typed({ form, withSecond }: Pick<CheckersProps, 'form'> & { withSecond?: boolean }) {
  const { draft, typed } = form
  return (
    <View key={draft.generation} className="mt3">
      <TextField
        label={words.name}
        initial={typed.name}
        max={maxPerson}
        onInput={(name) => draft.change({ name })}
      />
      {withSecond && (
        <TextField
          label={words.secondName}
          initial={typed.secondName}
          max={maxPerson}
          onInput={(secondName) => draft.change({ secondName })}
        />
      )}
      <TextField
        label={words.unitName}
        initial={typed.unitName}
        max={maxCheckerUnit}
        onInput={(unitName) => draft.change({ unitName })}
      />
    </View>
  )
}
