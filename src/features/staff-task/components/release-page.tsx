import { View } from '@tarojs/components'
import { errorTexts } from '@/copy/errors'
import { fullDay } from '@/copy/moment'
import { releaseWords as words, staffTaskWords } from '@/copy/staff-task'
import { categoryNames } from '@/copy/task'
import { releasableTaskFields } from '@/domain/release/release'
import { ActionButton } from '@/src/components/action-button'
import { Card } from '@/src/components/card'
import { FootBar } from '@/src/components/foot-bar'
import { ListFaces } from '@/src/components/list-faces'
import { NoteBlock } from '@/src/components/note-block'
import { PageShell } from '@/src/components/page-shell'
import { FactRow } from '@/src/components/row/fact-row'
import { toast } from '@/src/components/toast/toast-bus'
import { goBack } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import { useMembership } from '@/src/platform/use-me'
import { useSend } from '@/src/platform/use-send'

/** The exact public text, and the check of the one who reads it. Two persons, two buttons. */
export function ReleasePage({ id }: { id: string }) {
  const { load, retry } = useAction('task.previewRelease', { taskId: id })
  const publisher = useMembership()?.role === 'publisher'
  const secrecy = useSend('task.checkSecrecy')
  const openness = useSend('task.checkOpenness')
  const check = publisher ? openness : secrecy
  const preview = load.face === 'ready' ? load.data : null
  const mineDone = publisher ? preview?.opennessOn : preview?.secrecyOn
  const record = async () => {
    if (!preview) return
    const input = { taskId: id, fields: [...releasableTaskFields], digest: preview.digest }
    const done = await check.send(input)
    if (!done) return
    toast(done.released ? words.released : publisher ? words.opennessDone : words.secrecyDone)
    goBack()
  }
  return (
    <PageShell
      title={words.title}
      secrecy
      foot={
        preview &&
        !mineDone && (
          <FootBar {...(check.error && { note: errorTexts[check.error.code] })}>
            <ActionButton
              text={publisher ? words.openness : words.secrecy}
              busy={check.busy}
              onTap={() => void record()}
            />
          </FootBar>
        )
      }
    >
      <View className="mb4">
        <NoteBlock icon="eye">{words.line}</NoteBlock>
      </View>
      <ListFaces load={load} onRetry={retry} skeletons={3}>
        {({ task, secrecyOn, opennessOn }) => (
          <View>
            {[
              [secrecyOn, staffTaskWords.secrecyDone] as const,
              [opennessOn, staffTaskWords.opennessDone] as const,
            ].map(
              ([on, what]) =>
                on && (
                  <View key={what} className="mb3">
                    <NoteBlock icon="check" tone="green">
                      {words.doneBy(what, fullDay(on))}
                    </NoteBlock>
                  </View>
                ),
            )}
            <View className="title mb3">{task.title}</View>
            <Card rows>
              <FactRow name={staffTaskWords.category} value={categoryNames[task.category]} />
              <FactRow name={staffTaskWords.units} value={task.unitNames.join('、')} />
              <FactRow
                name={staffTaskWords.deadline}
                value={task.dueOn ? fullDay(task.dueOn) : task.dueText}
              />
              <FactRow
                name={staffTaskWords.regions}
                value={[...task.regionNames, ...task.villageNames].join('、')}
              />
            </Card>
            <Card>
              <View className="name">{staffTaskWords.problem}</View>
              <View className="mt1">{task.problem}</View>
              <View className="name mt4">{staffTaskWords.goals}</View>
              {task.goals.map((goal) => (
                <View key={goal} className="mt1">
                  {goal}
                </View>
              ))}
              <View className="name mt4">{staffTaskWords.measures}</View>
              {task.measures.map((measure, place) => (
                <View key={place} className="mt1">
                  {`${place + 1}. ${measure}`}
                </View>
              ))}
            </Card>
          </View>
        )}
      </ListFaces>
    </PageShell>
  )
}
