import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { consultWords as words } from '@/copy/consult'
import { beijingDay } from '@/domain/calendar/day'
import { ActDialogs } from '@/src/acting/act-dialogs'
import { deed } from '@/src/acting/deed'
import type { Dialog } from '@/src/acting/dialog'
import { RefusalNote } from '@/src/acting/refusal-note'
import { useAct } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { FootBar } from '@/src/components/frame/foot-bar'
import { PageShell } from '@/src/components/frame/page-shell'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { TextLink } from '@/src/components/tap/text-link'
import { serverNow } from '@/src/platform/clock'
import { wayTo } from '@/src/platform/navigation'
import type { Consultation, StaffTask } from '../staff-task'
import { AnswerDraftOpinion } from './answer-draft-opinion'
import { DraftMeasures } from './draft-measures'
import { RecordDraftOpinion } from './record-draft-opinion'
import { SaidOnDraft } from './said-on-draft'

interface ConsultAnswersProps {
  task: StaffTask
  consultation: Consultation
  notice: ReactNode
  reload: () => Promise<void>
}

const dialogsOf = (taskId: string): { readonly withdrawConsult: Dialog } => ({
  withdrawConsult: {
    kind: 'confirm',
    title: words.withdraw,
    line: words.withdrawLine,
    confirm: words.withdraw,
    deed: () => deed('task.withdrawConsult', { taskId }, { told: words.withdrawn }),
  },
})

/** Who was asked and spoke, each opinion with its answer, and the way on to the assignment. */
export function ConsultAnswers({ task, consultation, notice, reload }: ConsultAnswersProps) {
  const act = useAct<'withdrawConsult'>(reload)
  const [answering, setAnswering] = useState<string | null>(null)
  const { events, id } = task
  return (
    <PageShell
      title={words.title}
      secrecy
      foot={
        events.includes('assign') && (
          <FootBar>
            <ActionButton text={words.assign} {...wayTo('subpackages/office/assign', { id })} />
          </FootBar>
        )
      }
    >
      {notice}
      {!act.open && <RefusalNote text={act.refusal} />}
      <DraftMeasures task={task} />
      <Parties consultation={consultation} />
      {events.includes('withdrawConsult') && (
        <View className="mt3">
          <TextLink text={words.withdraw} onTap={() => act.show('withdrawConsult')} />
        </View>
      )}
      <SectionHead text={words.opinions} />
      {consultation.opinions.length === 0 && <View className="dim">{words.none}</View>}
      {consultation.opinions.map((opinion) => (
        <View key={opinion.id} className="mb4">
          <SaidOnDraft opinion={opinion} name={nameOf(opinion, consultation)} />
          {events.includes('answerDraftOpinion') &&
            !opinion.agrees &&
            (answering === opinion.id || !opinion.answer ? (
              <AnswerDraftOpinion
                task={task}
                opinion={opinion}
                act={act}
                onDone={() => setAnswering(null)}
              />
            ) : (
              <View className="mt2">
                <TextLink text={words.answerAgain} onTap={() => setAnswering(opinion.id)} />
              </View>
            ))}
        </View>
      ))}
      {events.includes('sayOnDraft') && (
        <RecordDraftOpinion task={task} consultation={consultation} act={act} />
      )}
      <ActDialogs act={act} thing={id} dialogs={dialogsOf(id)} />
    </PageShell>
  )
}

const nameOf = ({ unitName, party }: Consultation['opinions'][number], { parties }: Consultation) =>
  unitName ?? parties.find(({ id }) => id === party)?.name ?? party

function Parties({ consultation: { parties, dueOn } }: { consultation: Consultation }) {
  const isOver = beijingDay(serverNow()) > dueOn
  const silent = isOver ? words.silentOver : words.silent
  return (
    <View>
      <SectionHead text={words.parties} />
      <Card rows>
        {parties.map(({ id, name, spoke }) => (
          <Row key={id} name={name} value={spoke ? words.spoke : silent} />
        ))}
      </Card>
    </View>
  )
}
