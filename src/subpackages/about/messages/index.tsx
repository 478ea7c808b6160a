import { messagesWords } from '@/copy/messages'
import { PageShell } from '@/src/components/frame/page-shell'
import { MyMessages } from '@/src/features/me/components/my-messages'

export default function MessagesPage() {
  return (
    <PageShell title={messagesWords.title}>
      <MyMessages />
    </PageShell>
  )
}
