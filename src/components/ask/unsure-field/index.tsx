import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Shape } from '../../show/shape'
import './index.scss'

interface UnsureFieldProps {
  no: number
  name: string
  /** What the source says and why it is unsure. */
  reason: string
  /** Decided: the number becomes a tick and `right` offers to change it. */
  decided?: boolean
  right?: ReactNode
  /** The choices, e.g. a RadioList. */
  children?: ReactNode
}

/** One unsure place of an import with its choices; numbered as in the source. */
export function UnsureField({ no, name, reason, decided, right, children }: UnsureFieldProps) {
  return (
    <View className={children ? 'unsure-field' : 'unsure-field unsure-field--bare'}>
      <View className="unsure-field__head">
        <View className={`unsure-field__no ${decided ? 'unsure-field__no--decided' : ''}`}>
          {decided ? <Shape name="tick" /> : no}
        </View>
        <View className={`unsure-field__words ${decided ? 'unsure-field__words--decided' : ''}`}>
          <View className="unsure-field__name">{name}</View>
          <View className="unsure-field__reason">{reason}</View>
        </View>
        {right && <View className="unsure-field__right">{right}</View>}
      </View>
      {children}
    </View>
  )
}
