import { View } from '@tarojs/components'
import { Shape, type ShapeName } from '../shape'
import './index.scss'

export type ChipTone = 'neutral' | 'green' | 'blue' | 'amber' | 'red' | 'solid' | 'line'

export interface StateChipProps {
  tone: ChipTone
  shape?: ShapeName
  word: string
}

/** A state as word, shape and colour together. */
export function StateChip({ tone, shape, word }: StateChipProps) {
  return (
    <View className={`state-chip state-chip--${tone}`}>
      {shape && <Shape name={shape} className="state-chip__shape" />}
      <View>{word}</View>
    </View>
  )
}
