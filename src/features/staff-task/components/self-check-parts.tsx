import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { selfCheckWords as words } from '@/copy/close-out'
import { errorTexts } from '@/copy/errors'
import { dueDay } from '@/copy/moment'
import { proofWords } from '@/copy/proof'
import { opinionStateNames, voiceNames } from '@/copy/opinion'
import { partWords } from '@/copy/task-parts'
import type { ActionOutput } from '@/contract/actions'
import type { ErrorCode } from '@/contract/errors'
import { beijingDay } from '@/domain/calendar/day'
import { Card } from '@/src/components/show/card'
import { NoteBlock } from '@/src/components/show/note-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { StateChip, type StateChipProps } from '@/src/components/show/state-chip'
import { TextLink } from '@/src/components/tap/text-link'
import { serverNow } from '@/src/platform/clock'
import { wayTo } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import type { Part, StaffTask } from '../staff-task'
import { ShareSignatures } from './share-signatures'

/** Why who may check it cannot do so yet. */
export const whyNotYet = ({ closeOut, events }: StaffTask): ErrorCode[] =>
  events.includes('selfCheck')
    ? []
    : (closeOut?.missing ?? []).flatMap(({ event, code }) => (event === 'selfCheck' ? [code] : []))

/** What was reported done, each with its proof. */
export function Evidence({ parts }: { parts: readonly Part[] }) {
  const today = beijingDay(serverNow())
  return (
    <View>
      <SectionHead text={words.parts} right={words.partsDone(parts.length)} />
      <Card rows>
        {parts.map((part) => (
          <Row
            key={part.id}
            icon="check"
            name={part.text}
            line={[
              part.unit.name,
              part.doneOn && partWords.doneOn(part.doneOn, today),
              part.report?.paperNumber ? partWords.paper(part.report.paperNumber) : null,
            ]}
            {...(part.report && { under: <View className="sub">{part.report.words}</View> })}
          />
        ))}
      </Card>
    </View>
  )
}

/** 还差几样: each leads to where it is said done; what is there already stands below. */
export function SelfCheckMissing({ task, notice }: { task: StaffTask; notice: ReactNode }) {
  const today = beijingDay(serverNow())
  const open = task.parts.filter(({ doneOn }) => doneOn === null)
  const done = task.parts.filter(({ doneOn }) => doneOn !== null)
  const unproven = done.filter(({ lacking }) => lacking.length > 0)
  const missing = [...open, ...unproven]
  return (
    <PageShell title={words.title} secrecy>
      {notice}
      <View className="dim">{task.title}</View>
      <View className="title mb3">
        {missing.length > 0 ? words.missing(missing.length) : words.notYet}
      </View>
      {missing.length > 0 && (
        <Card rows marked>
          {missing.map((part) => (
            <Row
              key={part.id}
              icon="alert"
              name={part.text}
              line={[
                part.unit.name,
                part.doneOn
                  ? proofWords.lacking(part.lacking)
                  : part.dueOn && dueDay(part.dueOn, today, part.dueProvisional),
              ]}
              value={words.fill}
              {...wayTo('subpackages/unit/task', { id: task.id })}
            />
          ))}
        </Card>
      )}
      <View className="mt3">
        {whyNotYet(task).map((code) => (
          <NoteBlock key={code} icon="info">
            {errorTexts[code]}
          </NoteBlock>
        ))}
      </View>
      <ShareSignatures assignments={task.assignments} />
      {done.length > 0 && <Evidence parts={done} />}
      <AskedVillages taskId={task.id} />
    </PageShell>
  )
}

type Asked = ActionOutput<'opinion.listAsked'>['items'][number]

const looks: Readonly<Record<Asked['state'], Omit<StateChipProps, 'word'>>> = {
  asked: { tone: 'neutral', shape: 'sand' },
  given: { tone: 'green', shape: 'tick' },
  notInvolved: { tone: 'neutral', shape: 'dash' },
}

/** 问过受影响的村吗: who was asked and has spoken, never what. Nothing waits for it. */
export function AskedVillages({ taskId }: { taskId: string }) {
  const { load } = useAction('opinion.listAsked', { taskId }, { refreshOnShow: true })
  if (load.face !== 'ready') return null
  const { items, notAsked } = load.data
  if (items.length + notAsked.length === 0) return null
  return (
    <View>
      <SectionHead
        text={words.villages}
        right={
          <TextLink
            text={words.seeVillages}
            go="right"
            {...wayTo('subpackages/village/asked', { id: taskId })}
          />
        }
      />
      <Card rows>
        {notAsked.map(({ code, name }) => (
          <Row
            key={code}
            name={name}
            value={<StateChip tone="amber" shape="triangle" word={words.notAsked} />}
          />
        ))}
        {items.map((item) => (
          <Row
            key={item.id}
            name={item.unitName ?? voiceNames[item.voice]}
            line={item.village.name}
            value={<StateChip {...looks[item.state]} word={opinionStateNames[item.state]} />}
          />
        ))}
      </Card>
    </View>
  )
}
