import { Slider, View } from '@tarojs/components'
import { ProgressBar, type BarTone } from './index'
import './index.scss'

interface ProgressSliderProps {
  label: string
  /** Whole percent. */
  value: number
  onChange: (value: number) => void
  tone?: BarTone
  /** Mark of where it should be, with its words. */
  due?: { percent: number; text: string }
}

/** Native slider over our own bar: a thumb of 32 and the keyboard's arrows on H5. */
export function ProgressSlider(props: ProgressSliderProps) {
  const { label, value, onChange, tone = 'amber', due } = props
  return (
    <View className="progress-slider">
      <ProgressBar percent={value} tone={tone} due={due?.percent} label={label} />
      {process.env.TARO_ENV === 'h5' ? (
        <input
          className={`progress-slider__input progress-slider__input--${tone}`}
          type="range"
          min={0}
          max={100}
          step={1}
          value={value}
          aria-label={label}
          onChange={(event) => onChange(Number(event.target.value))}
        />
      ) : (
        <Slider
          className="progress-slider__native"
          aria-label={label}
          min={0}
          max={100}
          step={1}
          value={value}
          blockSize={28}
          backgroundColor="transparent"
          activeColor="transparent"
          onChanging={(event) => onChange(event.detail.value)}
          onChange={(event) => onChange(event.detail.value)}
        />
      )}
      {due && (
        <View className="progress-slider__due-line">
          <View
            className="progress-slider__due"
            style={{ left: `${Math.min(85, Math.max(12, due.percent))}%` }}
          >
            {due.text}
          </View>
        </View>
      )}
    </View>
  )
}
