import { View } from '@tarojs/components'
import { Icon } from '../../show/icon'
import type { IconName } from '../../show/icon/icon-name'
import { Tappable, type Way } from '../tappable'
import './index.scss'

export interface ActionButtonProps extends Way {
  text: string
  /** `filled`: the one main action of a page; two equal choices are `outlined`. */
  kind?: 'filled' | 'outlined' | 'quiet' | 'plain' | 'danger'
  icon?: IconName
  /** 48 instead of 52, inside cards. */
  small?: boolean
  /** Takes no second tap while the first is under way. */
  busy?: boolean
  /** Why it cannot be used now; shown in place of the text. */
  blocked?: string | null
  label?: string
}

export function ActionButton(props: ActionButtonProps) {
  const { text, kind = 'filled', icon, small = false, busy = false, blocked, label } = props
  const classes = ['action-button', `action-button--${blocked ? 'blocked' : kind}`]
  if (small) classes.push('action-button--small')
  return (
    <Tappable
      role="button"
      className={classes.join(' ')}
      label={label ?? blocked ?? text}
      disabled={busy || Boolean(blocked)}
      onTap={props.onTap}
      href={props.href}
    >
      {busy && <View className="action-button__spinner" />}
      {icon && !busy && !blocked && <Icon name={icon} size="s" className="action-button__icon" />}
      <View>{blocked ?? text}</View>
    </Tappable>
  )
}
