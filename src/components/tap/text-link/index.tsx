import { View } from '@tarojs/components'
import { Icon } from '../../show/icon'
import type { IconName } from '../../show/icon/icon-name'
import { Tappable, type Way } from '../tappable'
import './index.scss'

interface TextLinkProps extends Way {
  text: string
  /** Icon before the words. */
  lead?: IconName
  /** Chevron behind the words: `right` opens a page, `down` unfolds. */
  go?: 'right' | 'down' | 'up'
  label?: string
  expanded?: boolean
}

export function TextLink({ text, onTap, href, lead, go, label, expanded }: TextLinkProps) {
  return (
    <Tappable className="text-link" label={label} expanded={expanded} onTap={onTap} href={href}>
      {lead && <Icon name={lead} size="s" className="text-link__lead" />}
      <View>{text}</View>
      {go && <Icon name={go} size="xs" className="text-link__go" />}
    </Tappable>
  )
}
