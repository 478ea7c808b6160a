import { View } from '@tarojs/components'
import './index.scss'

export type BarTone = 'green' | 'blue' | 'amber'

interface ProgressBarProps {
  /** 0 to 100. */
  percent: number
  tone?: BarTone
  /** Where it should be by now, 0 to 100: a mark across the bar. */
  due?: number
  label: string
}

const within = (percent: number) => Math.min(100, Math.max(0, percent))

export function ProgressBar({ percent, tone = 'green', due, label }: ProgressBarProps) {
  return (
    <View
      className={`progress-bar progress-bar--${tone}`}
      role="progressbar"
      aria-label={label}
      aria-valuenow={within(percent)}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <View className="progress-bar__fill" style={{ width: `${within(percent)}%` }} />
      {due !== undefined && (
        <View className="progress-bar__due" style={{ left: `${within(due)}%` }} />
      )}
    </View>
  )
}
