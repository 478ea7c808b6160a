import { View } from '@tarojs/components'
import { closeOutWords, shareWords as words } from '@/copy/close-out'
import { beijingDay } from '@/domain/calendar/day'
import { Card } from '@/src/components/show/card'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { StateChip } from '@/src/components/show/state-chip'
import { serverNow } from '@/src/platform/clock'
import type { StaffTask } from '../staff-task'

type Signature = NonNullable<StaffTask['assignments'][number]['signature']>

/** Whether a unit's leader has signed its share, as a chip. */
export function SignatureChip({ signature: { on, lapsed } }: { signature: Signature }) {
  const today = beijingDay(serverNow())
  if (on !== null) return <StateChip tone="green" shape="tick" word={words.signedOn(on, today)} />
  return <StateChip tone="amber" shape="sand" word={lapsed ? words.lapsed : words.waiting} />
}

/** 各单位负责人签字: who has signed the own share, and for whom the unit that signs the whole waits. */
export function ShareSignatures({ assignments }: Pick<StaffTask, 'assignments'>) {
  const asked = assignments.flatMap(({ unit, signature }) =>
    signature ? [{ unit, signature }] : [],
  )
  if (asked.length === 0) return null
  return (
    <View>
      <SectionHead text={words.head} />
      <Card rows>
        {asked.map(({ unit, signature }) => (
          <Row
            key={unit.id}
            name={unit.name}
            line={signature.on && closeOutWords.signed(signature.signOffNumber, signature.papers)}
            value={<SignatureChip signature={signature} />}
          />
        ))}
      </Card>
    </View>
  )
}
