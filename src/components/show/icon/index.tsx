import { View } from '@tarojs/components'
import type { IconName } from './icon-name'
import './index.scss'

interface IconProps {
  name: IconName
  /** `m` 24, `s` 20, `xs` 16; all grow in elder mode. */
  size?: 'm' | 's' | 'xs'
  className?: string
}

/** A picture beside a word, never instead of one: a screen reader skips it. */
export function Icon({ name, size = 'm', className = '' }: IconProps) {
  return <View className={`icon icon-${name} icon--${size} ${className}`} aria-hidden="true" />
}
