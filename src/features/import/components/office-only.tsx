import type { ReactNode } from 'react'
import { importWords as words } from '@/copy/import-review'
import { FaceBlock } from '@/src/components/list-faces/face-block'
import { PageShell } from '@/src/components/page-shell'
import { wayToTab } from '@/src/platform/navigation'
import { useMe, useMembership } from '@/src/platform/use-me'

/** Says who reviews lists, to everybody else; the server refuses them anyway. */
export function OfficeOnly({ children }: { children: ReactNode }) {
  const { me } = useMe()
  const role = useMembership()?.role
  if (!me || role === 'coordinator') return <>{children}</>
  return (
    <PageShell title={words.title} secrecy>
      <FaceBlock
        icon="lock"
        title={words.officeOnly}
        line={words.officeOnlyLine}
        action={{ text: words.switch, ...wayToTab('mine') }}
      />
    </PageShell>
  )
}
