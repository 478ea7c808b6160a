import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Card } from '../../show/card'
import { useShellWords } from '../page-shell/shell-context'

/** A skeleton that flashes for an instant reads as an error: nothing is drawn before this. */
const skeletonAfterMs = 300
const sentenceAfterMs = 5000

const widths = ['72%', '84%', '66%', '78%']

export function SkeletonList({ cards }: { cards: number }) {
  const words = useShellWords()
  const [stage, setStage] = useState<'nothing' | 'skeleton' | 'sentence'>('nothing')
  useEffect(() => {
    const first = setTimeout(() => setStage('skeleton'), skeletonAfterMs)
    const second = setTimeout(() => setStage('sentence'), sentenceAfterMs)
    return () => {
      clearTimeout(first)
      clearTimeout(second)
    }
  }, [])
  if (stage === 'nothing') return <View className="skeleton-list" aria-busy="true" />
  return (
    <View className="skeleton-list" aria-busy="true">
      <View className="sub" role="status" aria-live="polite">
        {stage === 'sentence' && <View className="skeleton-list__sentence">{words.slow}</View>}
      </View>
      {Array.from({ length: cards }, (_, index) => (
        <Card key={index}>
          <View
            className="skeleton"
            style={{ width: widths[index % widths.length], height: '18px' }}
          />
          <View className="skeleton mt3" style={{ width: '52%', height: '14px' }} />
          <View className="between mt4">
            <View className="skeleton" style={{ width: '108px', height: '28px' }} />
            <View className="skeleton" style={{ width: '84px', height: '14px' }} />
          </View>
        </Card>
      ))}
    </View>
  )
}
