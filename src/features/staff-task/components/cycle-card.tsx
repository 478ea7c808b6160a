import { View } from '@tarojs/components'
import { useState } from 'react'
import { levelNames } from '@/copy/chain'
import {
  closeOutWords as words,
  reworkCauseNames,
  shareWords,
  standardNames,
} from '@/copy/close-out'
import { disputeWords } from '@/copy/dispute'
import { firmVisitWords } from '@/copy/visit'
import type { IsoDay } from '@/domain/calendar/day'
import { standards } from '@/domain/task/cycle'
import { Card } from '@/src/components/show/card'
import { TextLink } from '@/src/components/tap/text-link'
import type { StaffTask } from '../staff-task'
import { CheckFilesSheet } from './check-files-sheet'
import { RecheckFilesSheet } from './recheck-files-sheet'

type Cycle = NonNullable<StaffTask['closeOut']>['cycles'][number]

interface CycleCardProps {
  task: StaffTask
  cycle: Cycle
  isPresent: boolean
  today: IsoDay
}

/** One course from self-check to close-out, as it was said and signed. */
export function CycleCard({ task, cycle, isPresent, today }: CycleCardProps) {
  const { ordinal, preNotice, request, checks } = cycle
  return (
    <Card>
      <View className="between">
        <View className="name">{words.cycle(ordinal)}</View>
        {!isPresent && <View className="sub">{words.earlier}</View>}
      </View>
      <Rework cycle={cycle} today={today} />
      <SelfChecked cycle={cycle} today={today} />
      {preNotice && (
        <View className="mt2">{words.preNotice(preNotice.from, preNotice.lastOn, today)}</View>
      )}
      {request && (
        <View className="mt2">
          {words.requested(request.on, today)} {words.report(request.reportNumber)}
        </View>
      )}
      {checks.map((check) => (
        <Checked key={check.level} {...{ task, check, today }} cycle={ordinal} />
      ))}
      <Closing cycle={cycle} today={today} />
      {cycle.rechecks.map((recheck, nth) => (
        <Rechecked key={nth} taskId={task.id} {...{ cycle, recheck, nth, today }} />
      ))}
    </Card>
  )
}

type Part = Pick<CycleCardProps, 'cycle' | 'today'>

function Rework({ cycle: { rework }, today }: Part) {
  if (!rework) return null
  return (
    <View className="mt2">
      <View>{words.reworked(reworkCauseNames[rework.cause], rework.on, today)}</View>
      <View className="sub">{rework.reason}</View>
      {rework.demands.map(({ unit, words: said }) => (
        <View key={`${unit.id} ${said}`} className="sub">
          {words.demand(unit.name, said)}
        </View>
      ))}
      <View className="sub">{words.reworkBy(rework.dueOn, today)}</View>
    </View>
  )
}

function SelfChecked({ cycle: { selfCheck }, today }: Part) {
  if (!selfCheck) return null
  return (
    <View className="mt2">
      <View>
        {words.selfChecked(selfCheck.on, today)}{' '}
        {words.signed(selfCheck.signOffNumber, selfCheck.papers)}
      </View>
      {selfCheck.shares.map(({ unit, on, signOffNumber, papers }) => (
        <View key={unit.id} className="sub">
          {shareWords.signed(unit.name, on, today, words.signed(signOffNumber, papers))}
        </View>
      ))}
      {standards.map((standard) => (
        <View key={standard} className="sub mt1">
          {`${standardNames[standard]}：${selfCheck.words[standard]}`}
        </View>
      ))}
      <Disputed dispute={selfCheck.dispute} />
    </View>
  )
}

/** 标准有争议: which one, who fixes it, and why. */
const Disputed = ({ dispute }: Pick<Cycle['checks'][number], 'dispute'>) =>
  dispute && (
    <View className="sub ink-amber">
      {disputeWords.said(dispute.standard, dispute.fixedBy, dispute.why)}
    </View>
  )

/** Notice, decision, the upper level's word. */
function Closing({ cycle: { notice, approval, upper }, today }: Part) {
  return (
    <View>
      {notice && <View className="mt2">{words.notice(notice.from, notice.lastOn, today)}</View>}
      {approval && (
        <View className="mt2">
          <View>{words.approval(approval.decisionNumber, approval.on, today)}</View>
          {approval.papers > 0 && <View className="sub">{words.papers(approval.papers)}</View>}
        </View>
      )}
      {upper && (
        <View className="mt2">
          <View>{words.upper(upper.documentNumber, upper.on, today)}</View>
          <View className="sub">{upper.remarks}</View>
          {upper.papers > 0 && <View className="sub">{words.papers(upper.papers)}</View>}
        </View>
      )}
    </View>
  )
}

interface RecheckedProps extends Part {
  taskId: string
  recheck: Cycle['rechecks'][number]
  nth: number
}

/** 回头看: whether it has lasted, what was seen, and its photos. */
function Rechecked({ taskId, cycle: { ordinal }, recheck, nth, today }: RecheckedProps) {
  const [looking, setLooking] = useState(false)
  const { on, relapsed, words: seen, keptClosed, photos } = recheck
  return (
    <View className="mt2">
      <View>{words.rechecked(relapsed, on, today)}</View>
      <View className="sub">{seen}</View>
      {keptClosed && <View className="sub">{words.keptClosed(keptClosed)}</View>}
      {photos > 0 && <TextLink text={words.recheckFiles(photos)} onTap={() => setLooking(true)} />}
      {looking && (
        <RecheckFilesSheet {...{ taskId, nth }} cycle={ordinal} onClose={() => setLooking(false)} />
      )}
    </View>
  )
}

interface FirmSeenProps {
  task: StaffTask
  firm: Cycle['checks'][number]['firms'][number]
  today: IsoDay
}

/** 入企检查: what the body found at the firm, or that the step decided on papers. */
function FirmSeen({ task, firm, today }: FirmSeenProps) {
  const { enterprise, body, on, isOwnWork, findings } = firm
  const textOf = (measureId: string) => task.measures.find(({ id }) => id === measureId)?.text ?? ''
  return (
    <View className="sub">
      <View>{words.firmSeen(enterprise.name, body.name, on, today)}</View>
      {isOwnWork && <View className="ink-amber">{firmVisitWords.ownWork}</View>}
      {on !== null &&
        findings.map(({ measureId, inOrder, words: seen }) => (
          <View
            key={measureId}
          >{`${textOf(measureId)}：${firmVisitWords.finding(inOrder, seen)}`}</View>
        ))}
    </View>
  )
}

interface CheckedProps {
  task: StaffTask
  cycle: number
  check: Cycle['checks'][number]
  today: IsoDay
}

function Checked({ task, cycle, check, today }: CheckedProps) {
  const [looking, setLooking] = useState(false)
  const {
    level,
    on,
    seenOn,
    passed,
    words: said,
    checkers,
    measures,
    paperNumber,
    dispute,
    firms,
  } = check
  const photos = measures.reduce((sum, measure) => sum + measure.photos, 0)
  const files = photos + checkers.filter(({ signed }) => signed).length
  return (
    <View className="mt2">
      <View>{words.checked(levelNames[level], on, today, passed)}</View>
      {seenOn && seenOn !== on && <View className="sub">{words.seenOn(seenOn, today)}</View>}
      <View className="sub">{said}</View>
      <Disputed dispute={dispute} />
      {firms.map((firm) => (
        <FirmSeen
          key={`${firm.enterprise.id} ${firm.body.id} ${firm.on}`}
          {...{ task, firm, today }}
        />
      ))}
      {paperNumber && <View className="sub">{words.paper(paperNumber)}</View>}
      {checkers.map(({ name, unitName, hasAccount, confirmedOn, signed }) => (
        <View key={name} className={`sub ${confirmedOn ? '' : 'ink-amber'}`}>
          {words.checker(name, unitName, hasAccount, confirmedOn !== null)}
          {signed && words.byHand}
        </View>
      ))}
      {files > 0 && <TextLink text={words.siteFiles(photos)} onTap={() => setLooking(true)} />}
      {looking && (
        <CheckFilesSheet
          task={task}
          cycle={cycle}
          level={level}
          onClose={() => setLooking(false)}
        />
      )}
      {measures
        .filter(({ inPlace }) => !inPlace)
        .map(({ measureId, words: seen }) => (
          <View key={measureId} className="sub">
            {words.notInPlace(task.measures.find(({ id }) => id === measureId)?.text ?? '', seen)}
          </View>
        ))}
    </View>
  )
}
