import type { ReactNode } from 'react'
import { onlyForWords as words } from '@/copy/only-for'
import type { Role } from '@/domain/organization/role'
import { FaceBlock } from '@/src/components/frame/list-faces/face-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { wayToTab } from '@/src/platform/navigation'
import { useMe, useMembership } from '@/src/platform/use-me'

interface OnlyForProps {
  roles: readonly Role[]
  /** Of the page. */
  title: string
  children: ReactNode
}

/**
 * A page that can be drawn before the server is asked: everybody else reads whose it is and how
 * to change over. The server refuses them anyway; whoever is not known yet is let through to it.
 */
export function OnlyFor({ roles, title, children }: OnlyForProps) {
  const { me } = useMe()
  const own = useMembership()?.role ?? 'resident'
  if (!me || roles.includes(own)) return <>{children}</>
  return (
    <PageShell title={title} secrecy>
      <FaceBlock
        icon="lock"
        title={words.title(title, roles)}
        line={words.line(own)}
        action={{ text: words.switch, ...wayToTab('mine') }}
      />
    </PageShell>
  )
}
