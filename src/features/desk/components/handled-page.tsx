import { View } from '@tarojs/components'
import { useState } from 'react'
import { deskWords as words } from '@/copy/desk'
import { errorTexts } from '@/copy/errors'
import { ListFaces } from '@/src/components/list-faces'
import { NoteBlock } from '@/src/components/note-block'
import { PageShell } from '@/src/components/page-shell'
import { goBack } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import type { DeskDialog, Original } from '../handled'
import { DeskDialogs } from './desk-dialogs'
import { HandledFoot } from './handled-foot'
import { HandledView } from './handled-view'

/** One report for intake, handler or office; each sees what their desk may see. */
export function HandledPage({ id }: { id: string }) {
  const again = { refreshOnShow: true }
  const { load, retry, reload } = useAction('feedback.getHandled', { feedbackId: id }, again)
  const [dialog, setDialog] = useState<DeskDialog | null>(null)
  const [original, setOriginal] = useState<Original | null>(null)
  const [problem, setProblem] = useState<keyof typeof errorTexts | null>(null)
  const handled = load.face === 'ready' ? load.data : null
  return (
    <PageShell
      title={words.title}
      secrecy
      foot={handled && <HandledFoot handled={handled} onOpen={setDialog} />}
    >
      {problem && (
        <View className="mb3" role="alert">
          <NoteBlock icon="alert" tone="amber">
            {errorTexts[problem]}
          </NoteBlock>
        </View>
      )}
      <ListFaces load={load} onRetry={retry} skeletons={3}>
        {(data) => <HandledView handled={data} original={original} onOpen={setDialog} />}
      </ListFaces>
      {handled && (
        <DeskDialogs
          handled={handled}
          original={original}
          dialog={dialog}
          onOriginal={setOriginal}
          onProblem={setProblem}
          onClose={() => setDialog(null)}
          onGone={goBack}
          onDone={async () => {
            setProblem(null)
            setDialog(null)
            await reload()
          }}
        />
      )}
    </PageShell>
  )
}
