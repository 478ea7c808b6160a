import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './index.scss'

interface SectionHeadProps {
  text: string
  /** One thing at the right: a text link, a chip or a secondary word. */
  right?: ReactNode
  /** The first section of a page stands without the distance above. */
  first?: boolean
}

export function SectionHead({ text, right, first = false }: SectionHeadProps) {
  return (
    <View className={`section-head ${first ? 'section-head--first' : ''}`}>
      <View className="section-head__text" role="heading" aria-level={2}>
        {text}
      </View>
      {typeof right === 'string' ? <View className="sub">{right}</View> : right}
    </View>
  )
}
