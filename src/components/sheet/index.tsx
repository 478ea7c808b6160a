import { View } from '@tarojs/components'
import { Popup } from '@nutui/nutui-react-taro'
import type { ReactNode } from 'react'
import { Icon } from '../icon'
import { useShell } from '../page-shell/shell-context'
import { Tappable } from '../tappable'
import { useEscape } from './use-escape'
import './index.scss'

interface SheetProps {
  open: boolean
  title: string
  onClose: () => void
  children: ReactNode
  foot?: ReactNode
}

/** Comes up from below; closed by its sign, the shade or Escape. */
export function Sheet({ open, title, onClose, children, foot }: SheetProps) {
  const { elder, words } = useShell()
  useEscape(open, onClose)
  return (
    <Popup
      visible={open}
      position="bottom"
      round
      lockScroll
      destroyOnClose
      onClose={onClose}
      className={elder ? 'sheet elder' : 'sheet'}
    >
      <View className="sheet__inner" role="dialog" aria-modal="true" aria-label={title}>
        <View className="sheet__head">
          <View className="head grow">{title}</View>
          <Tappable className="sheet__close" label={words.close} onTap={onClose}>
            <Icon name="x" />
          </Tappable>
        </View>
        <View className="sheet__body">{children}</View>
        {foot && <View className="sheet__foot">{foot}</View>}
      </View>
    </Popup>
  )
}
