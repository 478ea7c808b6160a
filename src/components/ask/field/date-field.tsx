import { Picker, View } from '@tarojs/components'
import { Icon } from '../../show/icon'
import './index.scss'

interface DateFieldProps {
  label: string
  /** ISO day (yyyy-mm-dd), empty when none. */
  value: string
  onChange: (day: string) => void
  /** What the value reads as, e.g. the Chinese date. */
  shown: string
  placeholder: string
  /** First and last day that may be chosen, ISO. */
  from?: string
  until?: string
  error?: string | null
}

/** The phone's own date picker; on H5 the browser's, which the keyboard reaches. */
export function DateField(props: DateFieldProps) {
  const { label, value, onChange, shown, placeholder, from, until, error } = props
  const frame = `field__frame ${error ? 'field__frame--error' : ''}`
  return (
    <View className="field">
      <View className="name">{label}</View>
      {process.env.TARO_ENV === 'h5' ? (
        <View>
          <View className={frame}>
            <input
              className="field__input field__input--date"
              type="date"
              aria-label={label}
              value={value}
              min={from}
              max={until}
              onChange={(event) => onChange(event.target.value)}
            />
          </View>
          {/* The browser writes days in its own language: here they are in words. */}
          {value && <View className="sub mt1">{shown}</View>}
        </View>
      ) : (
        <Picker
          mode="date"
          aria-label={label}
          value={value}
          start={from}
          end={until}
          onChange={(event) => onChange(event.detail.value)}
        >
          <View className={frame}>
            <View className={value ? 'grow' : 'grow dim'}>{value ? shown : placeholder}</View>
            <Icon name="cal" size="s" className="field__icon" />
          </View>
        </Picker>
      )}
      {error && <View className="field__error">{error}</View>}
    </View>
  )
}
