import { View } from '@tarojs/components'
import './index.scss'

/**
 * Shape goes with the word, so that colour never speaks alone: ring not started, triangle behind,
 * dot under way, tick done, seal verified and closed, overdue a diamond with !, sand a running
 * period, dash not reported, diamond a red light.
 */
export type ShapeName =
  'ring' | 'triangle' | 'dot' | 'tick' | 'seal' | 'overdue' | 'sand' | 'dash' | 'diamond'

export function Shape({ name, className = '' }: { name: ShapeName; className?: string }) {
  return <View className={`shape shape-${name} ${className}`} aria-hidden="true" />
}
