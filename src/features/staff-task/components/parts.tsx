import { View } from '@tarojs/components'
import { proofWords } from '@/copy/proof'
import { evidenceWords, partKindNames, partWords as words } from '@/copy/task-parts'
import { beijingDay, type IsoDay } from '@/domain/calendar/day'
import { isOver } from '@/domain/task/task'
import { Card } from '@/src/components/show/card'
import { NoteBlock } from '@/src/components/show/note-block'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { TextLink } from '@/src/components/tap/text-link'
import { serverNow } from '@/src/platform/clock'
import type { Part, PartDialog, StaffTask } from '../staff-task'
import { Ways } from './ways'

interface PartsProps {
  task: StaffTask
  onOpen: (dialog: PartDialog, about: string) => void
}

const ways = [
  { event: 'reportDone', text: words.reportDone, label: words.reportOf },
  { event: 'undoDone', text: words.undoDone, label: words.undoOf },
  { event: 'returnDone', text: words.returnDone, label: words.returnOf },
  { event: 'recordNoPart', text: words.recordNoPart, label: words.noPartOf },
] as const

const waysOf = ({ events, text: about }: Part) =>
  ways
    .filter(({ event }) => events.includes(event))
    .map(({ event, text, label }) => ({ event, text, label: label(about) }))

const factsOf = (
  { kind, unit, place, dueOn, dueProvisional, doneOn, proof, report }: Part,
  today: IsoDay,
  over: boolean,
) => [
  kind === 'measure' ? null : partKindNames[kind],
  place,
  unit.name,
  report?.noPart
    ? words.noPart
    : doneOn
      ? words.doneOn(doneOn, today)
      : dueOn && words.due(dueOn, today, dueProvisional, over),
  doneOn === null && proof.length > 0 ? proofWords.must(proof) : null,
  report?.paperNumber ? words.paper(report.paperNumber) : null,
  report && evidenceWords.count(report.photos, report.files),
  report?.beforeAssignment && !report.noPart ? words.beforeAssignment : null,
]

/** 完成情况: every part with what was said of it, and what this person may say. */
export function Parts({ task, onOpen }: PartsProps) {
  const today = beijingDay(serverNow())
  const { parts } = task
  if (parts.length === 0) return null
  const done = parts.filter(({ doneOn }) => doneOn !== null).length
  return (
    <View>
      <SectionHead text={words.head} right={words.doneOf(done, parts.length)} />
      <Card rows>
        {parts.map((part) => (
          <Row
            key={part.id}
            icon={part.doneOn ? 'check' : 'clock'}
            name={part.text}
            line={factsOf(part, today, isOver(task.state))}
            {...((part.report || waysOf(part).length > 0) && {
              under: (
                <View>
                  <Said part={part} onOpen={onOpen} />
                  <Ways ways={waysOf(part)} onOpen={(event) => onOpen(event, part.id)} />
                </View>
              ),
            })}
          />
        ))}
      </Card>
    </View>
  )
}

function Said({ part, onOpen }: { part: Part; onOpen: PartsProps['onOpen'] }) {
  const { report, lacking } = part
  if (!report) return null
  return (
    <View>
      <View className="sub">{report.words}</View>
      {lacking.length > 0 && (
        <NoteBlock icon="alert" tone="amber" inside>
          {proofWords.lackingSince(lacking)}
        </NoteBlock>
      )}
      {report.photos + report.files > 0 && (
        <TextLink
          text={evidenceWords.open}
          label={evidenceWords.openOf(part.text)}
          onTap={() => onOpen('evidence', part.id)}
        />
      )}
    </View>
  )
}
