import { View } from '@tarojs/components'
import { opinionWords as words } from '@/copy/opinion'
import { isPhone, maxPhone } from '@/domain/organization/phone'
import { ChoicePair } from '@/src/components/ask/choice'
import { TextField } from '@/src/components/ask/field/text-field'

export interface VisitAnswer {
  readonly may: 'no' | 'yes'
  readonly phone: string
}
export const noVisit: VisitAnswer = { may: 'no', phone: '' }

export const needsPhone = ({ may, phone }: VisitAnswer): boolean =>
  may === 'yes' && !isPhone(phone.trim())

interface AskVisitProps {
  visit: VisitAnswer
  onChange: (part: Partial<VisitAnswer>) => void
}

/** Asked of who is not satisfied: nobody is called on without having said yes. */
export function AskVisit({ visit, onChange }: AskVisitProps) {
  return (
    <View className="mt4">
      <View className="head mb2">{words.visitAsk}</View>
      <ChoicePair
        label={words.visitAsk}
        options={[
          { value: 'no', text: words.visitNo },
          { value: 'yes', text: words.visitYes },
        ]}
        value={visit.may}
        onChange={(may) => onChange({ may })}
      />
      {visit.may === 'yes' && (
        <View className="mt3">
          <TextField
            label={words.visitPhone}
            hint={words.visitPhoneHint}
            kind="phone"
            max={maxPhone}
            initial={visit.phone}
            onInput={(phone) => onChange({ phone })}
          />
          <View className="dim mt2">{words.visitLine}</View>
        </View>
      )}
    </View>
  )
}
