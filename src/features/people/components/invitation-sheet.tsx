import { View } from '@tarojs/components'
import { peopleWords as words } from '@/copy/people'
import { beijingDay } from '@/domain/calendar/day'
import { ActionButton } from '@/src/components/tap/action-button'
import { CodeCard } from '@/src/components/show/code-card'
import { QrCode } from '@/src/components/show/qr-code'
import { Sheet } from '@/src/components/frame/sheet'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { copyText } from '@/src/platform/clipboard'
import { scannedText } from '@/src/platform/join-address'
import type { Invitation } from '../invitation'

interface InvitationSheetProps {
  invitation: Invitation
  onClose: () => void
}

/** The code, once: to read out, to copy, to scan. */
export function InvitationSheet({ invitation, onClose }: InvitationSheetProps) {
  const { code, name, role, expiresAt } = invitation
  const copy = async () => {
    if (await copyText(code)) toast(words.copied)
  }
  return (
    <Sheet
      open
      title={words.code}
      onClose={onClose}
      foot={<ActionButton text={words.done} onTap={onClose} />}
    >
      <QrCode text={scannedText(code)} label={words.qr(code)} />
      <View className="mt4">
        <CodeCard
          codes={[{ label: words.code, value: code }]}
          hint={words.codeHint(name, role, beijingDay(expiresAt))}
          onCopy={() => void copy()}
        />
      </View>
      <View className="sub mt3">{words.howTo}</View>
    </Sheet>
  )
}
