import { deskWords } from '@/copy/desk'
import { PageShell } from '@/src/components/frame/page-shell'
import { DeskList } from '@/src/features/desk/components/desk-list'

export default function DeskPage() {
  return (
    <PageShell title={deskWords.title} secrecy>
      <DeskList />
    </PageShell>
  )
}
