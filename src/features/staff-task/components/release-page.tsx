import { View } from '@tarojs/components'
import { fullDay, fullDueDay } from '@/copy/moment'
import { releaseWords as words, staffTaskWords } from '@/copy/staff-task'
import { categoryNames } from '@/copy/task'
import type { ActionOutput } from '@/contract/actions'
import { releasableTaskFields } from '@/domain/release/release'
import { deed } from '@/src/acting/deed'
import { LoadedPage } from '@/src/acting/loaded-page'
import { RefusalNote } from '@/src/acting/refusal-note'
import { type Acting, useAct } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/action-button'
import { Card } from '@/src/components/card'
import { FootBar } from '@/src/components/foot-bar'
import { NoteBlock } from '@/src/components/note-block'
import { PageShell } from '@/src/components/page-shell'
import { FactRow } from '@/src/components/row/fact-row'
import { goBack } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import { useMembership } from '@/src/platform/use-me'
import { useWide } from '@/src/platform/use-wide'
import { NoticeCalendar } from './notice-calendar'
import { NoticeDeskWide } from './notice-desk-wide'

type Preview = ActionOutput<'task.previewRelease'>

/** The exact public text, and the check of the one who reads it. Two persons, two buttons. */
export function ReleasePage({ id }: { id: string }) {
  const { load, retry, reload } = useAction('task.previewRelease', { taskId: id })
  const role = useMembership()?.role
  const isDesk = useWide() && role === 'coordinator'
  const act = useAct(reload)
  return (
    <LoadedPage title={words.title} secrecy load={load} retry={retry}>
      {(preview, notice) => {
        const check = owedCheck(id, preview, role === 'publisher', act)
        const told = (
          <>
            {notice}
            <RefusalNote text={act.refusal} />
          </>
        )
        if (isDesk) return <NoticeDeskWide {...{ id, preview, check, reload }} notice={told} />
        return (
          <PageShell title={words.title} secrecy foot={check && <FootBar>{check}</FootBar>}>
            {told}
            <View className="mb4">
              <NoteBlock icon="eye">{words.line}</NoteBlock>
            </View>
            {preview.notice && <NoticeCalendar notice={preview.notice} />}
            <PublicText preview={preview} />
          </PageShell>
        )
      }}
    </LoadedPage>
  )
}

/** The button of the one who reads it; null once their check stands. */
const owedCheck = (taskId: string, preview: Preview, publisher: boolean, act: Acting) => {
  if (publisher ? preview.opennessOn : preview.secrecyOn) return null
  const record = deed(
    publisher ? 'task.checkOpenness' : 'task.checkSecrecy',
    { taskId, fields: [...releasableTaskFields], digest: preview.digest },
    {
      told: ({ released }) =>
        released ? words.released : publisher ? words.opennessDone : words.secrecyDone,
      then: goBack,
    },
  )
  return (
    <ActionButton
      text={publisher ? words.openness : words.secrecy}
      busy={act.busy}
      onTap={() => void act.run(record)}
    />
  )
}

function PublicText({ preview }: { preview: Preview }) {
  const { task } = preview
  const checks = [
    [preview.secrecyOn, staffTaskWords.secrecyDone] as const,
    [preview.opennessOn, staffTaskWords.opennessDone] as const,
  ]
  return (
    <View>
      {checks.map(
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
          value={task.dueOn ? fullDueDay(task.dueOn, task.dueProvisional) : task.dueText}
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
        {task.result && <Result result={task.result} />}
      </Card>
    </View>
  )
}

/** The text of the notice: what was done, and who checked it. */
function Result({ result }: { result: NonNullable<Preview['task']['result']> }) {
  return (
    <View>
      <View className="name mt4">{words.result(fullDay(result.completedOn))}</View>
      {result.done.map(({ text, on, words: said }) => (
        <View key={text} className="mt1">
          {words.resultDone(text, said, fullDay(on))}
        </View>
      ))}
      {result.checks.map(({ level, unitName, checkers, on }) => (
        <View key={level} className="mt1">
          {words.resultCheck(unitName, checkers, fullDay(on))}
        </View>
      ))}
    </View>
  )
}
