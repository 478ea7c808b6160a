import { View } from '@tarojs/components'
import { complaintWords as words } from '@/copy/legal'
import { ActionButton } from '@/src/components/tap/action-button'
import { wayTo } from '@/src/platform/navigation'
import { callPhone } from '@/src/platform/phone'
import { useMe } from '@/src/platform/use-me'

export function Complaint() {
  const host = useMe().me?.host
  return (
    <View>
      <View className="mb4">{words.line}</View>
      {host && (
        <ActionButton
          icon="phone"
          text={words.phone(host.complaintPhone)}
          onTap={() => callPhone(host.complaintPhone)}
        />
      )}
      <View className="mt3">
        <ActionButton kind="outlined" icon="edit" text={words.report} {...wayTo('pages/report')} />
      </View>
      {host && <View className="sub mt4">{words.host(host.name)}</View>}
    </View>
  )
}
