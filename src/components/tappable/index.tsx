import { View } from '@tarojs/components'
import type { CSSProperties, KeyboardEvent, ReactNode, SyntheticEvent } from 'react'
import './index.scss'

export interface TappableProps {
  onTap: () => void
  children?: ReactNode
  /** Spoken name; needed when the content is a picture or too long to be heard. */
  label?: string
  role?: 'button' | 'link' | 'radio' | 'checkbox' | 'switch' | 'tab' | 'option'
  checked?: boolean
  selected?: boolean
  expanded?: boolean
  disabled?: boolean
  className?: string
  style?: CSSProperties
}

/**
 * Everything that can be tapped goes through here: a role and a name for the screen reader, a
 * pressed look, and on H5 the keyboard (Enter, Space). A tap inside another tappable stays inside.
 */
export function Tappable(props: TappableProps) {
  const { onTap, children, role = 'button', disabled = false, className = '', style } = props
  const activate = (event: { stopPropagation(): void }) => {
    event.stopPropagation()
    if (!disabled) onTap()
  }
  const classes = `tappable ${disabled ? 'tappable--disabled' : ''} ${className}`
  const states = {
    'aria-label': props.label,
    'aria-checked': props.checked,
    'aria-selected': props.selected,
    'aria-expanded': props.expanded,
    'aria-disabled': disabled || undefined,
  }
  if (process.env.TARO_ENV === 'h5') {
    return (
      <div
        {...states}
        className={classes}
        style={style}
        role={role}
        tabIndex={0}
        onClick={(event: SyntheticEvent) => activate(event)}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.target !== event.currentTarget) return
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          activate(event)
        }}
      >
        {children}
      </div>
    )
  }
  return (
    <View
      {...states}
      role={role}
      className={classes}
      style={style}
      hoverClass={disabled ? 'none' : 'tappable--pressed'}
      hoverStopPropagation
      onClick={activate}
    >
      {children}
    </View>
  )
}
