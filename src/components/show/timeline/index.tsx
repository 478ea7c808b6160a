import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Shape } from '../shape'
import './index.scss'

export interface TimelineNode {
  readonly key: string
  readonly state: 'done' | 'now' | 'waiting' | 'todo'
  readonly name: string
  /** At the right, already a text. */
  readonly date?: string
  readonly line?: ReactNode
}

/** What happened, what is under way and what comes; top to bottom. */
export function Timeline({ nodes }: { nodes: readonly TimelineNode[] }) {
  return (
    <View className="timeline">
      {nodes.map((node) => (
        <View key={node.key} className={`timeline__node timeline__node--${node.state}`}>
          <View className="timeline__mark">
            {node.state === 'done' && <Shape name="tick" />}
            {node.state === 'waiting' && <Shape name="sand" />}
          </View>
          <View className="grow">
            <View className="timeline__head">
              <View className="timeline__name">{node.name}</View>
              {node.date && <View className="timeline__date">{node.date}</View>}
            </View>
            {node.line && <View className="sub">{node.line}</View>}
          </View>
        </View>
      ))}
    </View>
  )
}
