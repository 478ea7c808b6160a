import { View } from '@tarojs/components'
import type { CSSProperties, KeyboardEvent, MouseEvent, ReactNode } from 'react'
import './index.scss'

/** What happens on a tap, and the address where it leads, which a browser can open elsewhere. */
export interface Way {
  readonly onTap: () => void
  readonly href?: string
}

export interface TappableProps extends Way {
  children?: ReactNode
  /** Spoken name; needed when the content is a picture. */
  label?: string
  /** In WeChat, which does not put the words of a target together; a browser reads its content. */
  heard?: string
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
 * What leads to a page is a link there: it can be copied, and opened in a new tab.
 */
export function Tappable(props: TappableProps) {
  const { onTap, href, children, disabled = false, className = '', style } = props
  const { role = href ? 'link' : 'button' } = props
  const activate = (event: { stopPropagation(): void }) => {
    event.stopPropagation()
    if (!disabled) onTap()
  }
  const shared = {
    'aria-label': props.label ?? (process.env.TARO_ENV === 'h5' ? undefined : props.heard),
    'aria-checked': props.checked,
    // Tabs and options are selected; of links and rows one is the current one.
    ...(role === 'tab' || role === 'option'
      ? { 'aria-selected': props.selected }
      : { 'aria-current': props.selected || undefined }),
    'aria-expanded': props.expanded,
    'aria-disabled': disabled || undefined,
    role,
    className: `tappable ${disabled ? 'tappable--disabled' : ''} ${className}`,
    style,
    children,
  }
  if (process.env.TARO_ENV === 'h5') {
    const inBrowser = {
      ...shared,
      tabIndex: 0,
      onKeyDown: (event: KeyboardEvent) => {
        const means = role === 'link' ? event.key === 'Enter' : /^(Enter| )$/.test(event.key)
        if (event.target !== event.currentTarget || !means || isElsewhere(event)) return
        event.preventDefault()
        activate(event)
      },
      onClick: (event: MouseEvent) => {
        if (href && isElsewhere(event)) return event.stopPropagation()
        // The browser's own way to an address adds a step that a tap does not.
        event.preventDefault()
        return activate(event)
      },
    }
    return href && !disabled ? <a {...inBrowser} href={href} /> : <div {...inBrowser} />
  }
  return (
    <View
      {...shared}
      hoverClass={disabled ? 'none' : 'tappable--pressed'}
      hoverStopPropagation
      onClick={activate}
    />
  )
}

/** A tap or key that means a new tab or window: the browser's own. */
const isElsewhere = ({ ctrlKey, metaKey, shiftKey }: MouseEvent | KeyboardEvent) =>
  ctrlKey || metaKey || shiftKey
