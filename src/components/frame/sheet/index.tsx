import { ScrollView, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../../show/icon'
import { useShell } from '../page-shell/shell-context'
import { Tappable } from '../../tap/tappable'
import { Overlay } from './overlay'
import './index.scss'

interface SheetProps {
  open: boolean
  title: string
  onClose: () => void
  children: ReactNode
  foot?: ReactNode
}

/** Comes up from below; closed by its sign, the veil or Escape. */
export function Sheet({ open, title, onClose, children, foot }: SheetProps) {
  const { words } = useShell()
  if (!open) return null
  return (
    <Overlay role="dialog" place="bottom" title={title} onClose={onClose}>
      <View className="sheet">
        <View className="sheet__head">
          <View className="head grow">{title}</View>
          <Tappable className="sheet__close" label={words.close} onTap={onClose}>
            <Icon name="x" />
          </Tappable>
        </View>
        <ScrollView scrollY className={foot ? 'sheet__body sheet__body--over-foot' : 'sheet__body'}>
          <View className="sheet__content">{children}</View>
        </ScrollView>
        {foot && <View className="sheet__foot">{foot}</View>}
      </View>
    </Overlay>
  )
}
