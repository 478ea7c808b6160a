import { View } from '@tarojs/components'
import { Card } from '../card'
import type { Way } from '../../tap/tappable'
import { MetaLine } from '../meta-line'
import { StateChip, type StateChipProps } from '../state-chip'
import './index.scss'

interface ItemCardProps extends Way {
  title: string
  /** Who, and other short facts. */
  facts: readonly (string | null | undefined)[]
  chip?: StateChipProps
  /** At the right of the chip: until when. */
  right?: string
}

/** One thing of a list: what, who, state, until when. */
export function ItemCard({ title, facts, chip, right, onTap, href }: ItemCardProps) {
  const heard = [title, ...facts, chip?.word, right].filter(Boolean).join(' ')
  return (
    <Card onTap={onTap} href={href} heard={heard}>
      <View className="name">{title}</View>
      <View className="mt1">
        <MetaLine items={facts} />
      </View>
      {(chip || right) && (
        <View className="item-card__foot">
          {chip && <StateChip {...chip} />}
          {right && <View className="item-card__right">{right}</View>}
        </View>
      )}
    </Card>
  )
}
