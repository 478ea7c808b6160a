import { View } from '@tarojs/components'
import { Popup } from '@nutui/nutui-react-taro'
import type { ReactNode } from 'react'
import { ActionButton } from '../action-button'
import { useShell } from '../page-shell/shell-context'
import { useEscape } from './use-escape'
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
  const { elder, words } = useShell()
  useEscape(open, onCancel)
  return (
    <Popup
      visible={open}
      position="center"
      round
      lockScroll
      destroyOnClose
      closeOnOverlayClick={false}
      className={elder ? 'confirm-dialog elder' : 'confirm-dialog'}
    >
      <View
        className="confirm-dialog__inner"
        role="alertdialog"
        aria-modal="true"
        aria-label={title}
      >
        <View className="head">{title}</View>
        {children && <View className="mt2">{children}</View>}
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
    </Popup>
  )
}
