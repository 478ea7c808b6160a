import { ScrollView, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { ActionButton } from '../../tap/action-button'
import { useShell } from '../page-shell/shell-context'
import { Overlay } from './overlay'
import './index.scss'

interface ConfirmDialogProps {
  open: boolean
  title: string
  children?: ReactNode
  /** The verb of what will happen. */
  confirm?: string
  cancel?: string
  danger?: boolean
  busy?: boolean
  onConfirm: () => void
  onCancel: () => void
}

/** Asks before something that cannot be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, title, children, danger = false, busy, onConfirm, onCancel } = props
  const { words } = useShell()
  if (!open) return null
  return (
    <Overlay role="alertdialog" place="center" title={title} asks onClose={onCancel}>
      <View className="confirm-dialog">
        <View className="head">{title}</View>
        {children && (
          <ScrollView scrollY className="confirm-dialog__body mt2">
            {children}
          </ScrollView>
        )}
        <View className="two mt6">
          <ActionButton kind="quiet" small text={props.cancel ?? words.cancel} onTap={onCancel} />
          <ActionButton
            kind={danger ? 'danger' : 'filled'}
            small
            busy={busy}
            text={props.confirm ?? words.confirm}
            onTap={onConfirm}
          />
        </View>
      </View>
    </Overlay>
  )
}
