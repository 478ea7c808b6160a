import { todoWords as words } from '@/copy/todo'
import { FaceBlock } from '@/src/components/frame/list-faces/face-block'
import { wayToTab } from '@/src/platform/navigation'
import { useMembership } from '@/src/platform/use-me'

export function NotStaff() {
  if (useMembership()) return null
  return (
    <FaceBlock
      icon="user"
      title={words.resident}
      line={words.residentLine}
      action={{ text: words.mine, ...wayToTab('mine') }}
    />
  )
}
