import { View } from '@tarojs/components'
import { correctionWords } from '@/copy/correction'
import { rhythmWords } from '@/copy/rhythm'
import { siteWords } from '@/copy/site-list'
import { staffTaskWords as words } from '@/copy/staff-task'
import { categoryNames } from '@/copy/task'
import { unitRoleNames } from '@/copy/task-staff'
import { timelineStateName } from '@/copy/timeline'
import { beijingDay } from '@/domain/calendar/day'
import type { Role } from '@/domain/organization/role'
import { unitRoles } from '@/domain/organization/unit'
import { readsAsConcerned } from '@/domain/task/readers'
import { isOver } from '@/domain/task/task'
import { Card } from '@/src/components/show/card'
import { NoteBlock } from '@/src/components/show/note-block'
import { Row } from '@/src/components/show/row'
import { FactRow } from '@/src/components/show/row/fact-row'
import { SectionHead } from '@/src/components/frame/section-head'
import { StateChip } from '@/src/components/show/state-chip'
import { TextLink } from '@/src/components/tap/text-link'
import { serverNow } from '@/src/platform/clock'
import { wayTo } from '@/src/platform/navigation'
import { useMembership } from '@/src/platform/use-me'
import { Assignments } from './assignments'
import { CloseOut } from './close-out'
import { DeadlineFacts } from './deadline-facts'
import { Extensions } from './extensions'
import { Parts } from './parts'
import type { CloseOutDialog, PartDialog, StaffTask } from '../staff-task'
import { isOthersTurn } from './staff-task-foot'
import { Signs } from './signs'
import { taskChip } from '@/src/features/office/state-chips'
import { Rhythms } from './rhythms'
import { WhoseTurn } from './whose-turn'
import { TaskHistory } from './task-history'
import { TaskPoint } from './task-point'
import { TaskVisits } from './task-visits'

interface StaffTaskViewProps {
  task: StaffTask
  busy: boolean
  onApprove: (unitId: string) => void
  /** A decision on one unit's share, on a part or an extension, that is asked about first. */
  onOpen: (
    dialog:
      | 'returnPlan'
      | 'withdrawPlan'
      | 'reassign'
      | 'dropShare'
      | 'changeRhythm'
      | 'setPoint'
      | 'correctText'
      | 'cancelTask'
      | PartDialog
      | CloseOutDialog,
    about: string,
  ) => void
}

export function StaffTaskView(props: StaffTaskViewProps) {
  const { task } = props
  const role = useMembership()?.role
  return (
    <View>
      <StateChip {...taskChip(task.state)} />
      <View className="title mt2">{task.title}</View>
      <View className="dim mb4">{words.number(task.number, task.upperNumber)}</View>
      {isOthersTurn(task) && <WhoseTurn turns={task.turns} />}
      <TaskFacts task={task} />
      <TaskPoint task={task} onOpen={props.onOpen} />
      {task.assignments.length > 0 && (
        <View>
          <SectionHead text={words.assignments} />
          <Assignments {...props} />
        </View>
      )}
      {(role === 'inspector' || role === 'coordinator') && <Signs taskId={task.id} />}
      <Rhythms task={task} onOpen={props.onOpen} />
      <Parts task={task} onOpen={props.onOpen} />
      <Extensions task={task} onOpen={props.onOpen} />
      <CloseOut task={task} onOpen={props.onOpen} />
      <Text head={words.problem} lines={[task.problem]} />
      <Text head={words.goals} lines={task.goals} />
      <Measures task={task} />
      {task.events.includes('correctText') && (
        <TextLink text={correctionWords.open} onTap={() => props.onOpen('correctText', '')} />
      )}
      <Enterprises task={task} />
      {readsVisits(role, task) && <TaskVisits taskId={task.id} mayAsk={task.asksVisit} />}
      <ConsultLink task={task} />
      <VillageOpinions task={task} />
      <ReleaseState task={task} />
      <TaskHistory task={task} />
      <CaseFileLink task={task} />
      <CancelTask {...props} />
    </View>
  )
}

/** The office may end a task that was given out; a draft is deleted instead. */
function CancelTask({ task: { events }, onOpen }: Pick<StaffTaskViewProps, 'task' | 'onOpen'>) {
  if (!events.includes('cancelTask') || events.includes('cancelDraft')) return null
  return (
    <View className="mt4">
      <TextLink text={words.cancelTask} onTap={() => onOpen('cancelTask', '')} />
    </View>
  )
}

/** 督导, intake and the office; a unit only at its own step: who does the work knows of none. */
const readsVisits = (role: Role | undefined, { enterprises, asksVisit }: StaffTask): boolean =>
  enterprises.length > 0 && (asksVisit || role === 'inspector' || role === 'coordinator')

/** Category, deadline and who has a part in it. */
export function TaskFacts({ task }: { task: StaffTask }) {
  const { person, printed = '' } = task.leadOfficial ?? {}
  return (
    <Card rows>
      <FactRow name={words.category} value={categoryNames[task.category]} />
      <FactRow name={words.deadline} value={<DeadlineFacts task={task} />} />
      {unitRoles.map((role) =>
        task.units[role].length === 0 ? null : (
          <FactRow
            key={role}
            name={unitRoleNames[role]}
            value={task.units[role].map(({ name }) => name).join('、')}
          />
        ),
      )}
      {task.leadOfficial && (
        <FactRow
          name={words.leadOfficial}
          value={
            <View>
              {person && <View>{words.official(person.name, person.unit.name)}</View>}
              {printed !== '' && <View className="sub">{words.original(printed)}</View>}
            </View>
          }
        />
      )}
      {task.collectiveUnits.length > 0 && (
        <FactRow name={words.collective} value={task.collectiveUnits.join('、')} />
      )}
      {task.regions.length > 0 && (
        <FactRow name={words.regions} value={task.regions.map(({ name }) => name).join('、')} />
      )}
      {task.villages.length > 0 && (
        <FactRow name={words.villages} value={task.villages.map(({ name }) => name).join('、')} />
      )}
    </Card>
  )
}

function Text({ head, lines }: { head: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <View>
      <SectionHead text={head} />
      <Card>
        {lines.map((line) => (
          <View key={line} className="mt1">
            {line}
          </View>
        ))}
      </Card>
    </View>
  )
}

/** 点位12/18; nothing where the measure is no list of sites. */
const sitesLine = ({ parts }: StaffTask, measureId: string): string | null => {
  const sites = parts.filter((part) => part.kind === 'site' && part.measureId === measureId)
  const done = sites.filter(({ doneOn }) => doneOn !== null)
  return sites.length === 0 ? null : siteWords.doneOf(done.length, sites.length)
}

function Measures({ task }: { task: StaffTask }) {
  const today = beijingDay(serverNow())
  if (task.measures.length === 0) return null
  return (
    <View>
      <SectionHead text={words.measures} />
      <Card rows>
        {task.measures.map((measure, place) => (
          <Row
            key={measure.id}
            name={`${place + 1}. ${measure.text}`}
            line={[
              ...measure.units.responsible.map(({ name }) => name),
              measure.dueOn
                ? words.due(
                    measure.dueOn,
                    today,
                    !measure.agreedOn && (measure.deadline ?? task.deadline).provisional,
                    isOver(task.state),
                  )
                : (measure.deadline?.text ?? null),
              measure.deadline?.everyMonths
                ? rhythmWords.often(measure.deadline.everyMonths, measure.deadline.nextOn)
                : null,
              measure.agreedOn && words.agreedWith,
              sitesLine(task, measure.id),
            ]}
            {...(task.events.includes('setSites') && {
              value: (
                <TextLink
                  text={siteWords.edit}
                  label={siteWords.editOf(measure.text)}
                  {...wayTo('subpackages/unit/sites', { id: task.id, measure: measure.id })}
                />
              ),
            })}
          />
        ))}
      </Card>
    </View>
  )
}

/** Agreements there are, and enterprises that have not been asked yet. */
function Enterprises({ task }: { task: StaffTask }) {
  const role = useMembership()?.role
  const unit = role === 'unitStaff' || role === 'unitLeader'
  const asked = new Set(task.timelines.map(({ enterprise }) => enterprise.id))
  const unasked = task.enterprises.filter(({ id }) => !asked.has(id))
  const open = unit && task.state === 'inProgress' ? unasked : []
  if (task.timelines.length === 0 && task.enterprises.length === 0) return null
  return (
    <View>
      <SectionHead text={words.timelines} />
      <Card rows>
        {task.timelines.map(({ id, enterprise, state, awaits }) => (
          <Row
            key={id}
            icon="factory"
            name={enterprise.name}
            line={timelineStateName(state, awaits)}
            {...wayTo('subpackages/enterprise/timeline', { id })}
          />
        ))}
        {open.map(({ id, name }) => (
          <Row
            key={id}
            icon="factory"
            name={words.propose(name)}
            {...wayTo('subpackages/unit/propose', { id: task.id, enterprise: id })}
          />
        ))}
        {unasked
          .filter((enterprise) => !open.includes(enterprise))
          .map(({ id, name }) => (
            <Row key={id} icon="factory" name={name} />
          ))}
      </Card>
    </View>
  )
}

/** The way to what villages and firms say of the draft; where nobody was asked the office may. */
function ConsultLink({ task: { id, consultation, events } }: { task: StaffTask }) {
  if (consultation === null && !events.includes('consult')) return null
  return (
    <View>
      <SectionHead text={words.consult} />
      <Card rows>
        <Row icon="users" name={words.consultLine} {...wayTo('subpackages/unit/consult', { id })} />
      </Card>
    </View>
  )
}

/** The way to who was asked and who has spoken; the office's draft has asked nobody. */
function VillageOpinions({ task: { id, villages, state } }: { task: StaffTask }) {
  const role = useMembership()?.role
  const isGivenOut = state !== 'draft' && state !== 'consulting' && state !== 'cancelled'
  if (villages.length === 0 || !isGivenOut) return null
  return (
    <View>
      <SectionHead text={words.villageOpinions} />
      <Card rows>
        <Row
          icon="users"
          name={villages.map(({ name }) => name).join('、')}
          line={
            role !== undefined && readsAsConcerned(role)
              ? words.villageOpinionsConcerned
              : words.villageOpinionsLine
          }
          {...wayTo('subpackages/village/asked', { id })}
        />
      </Card>
    </View>
  )
}

/** The way to the file of the whole case; who reads as concerned gets none. */
function CaseFileLink({ task: { id } }: { task: StaffTask }) {
  const role = useMembership()?.role
  if (role === undefined || readsAsConcerned(role)) return null
  return (
    <View className="mt4">
      <Card rows>
        <Row
          icon="box"
          name={words.caseFile}
          line={words.caseFileLine}
          {...wayTo('subpackages/papers/case-file', { id })}
        />
      </Card>
    </View>
  )
}

function ReleaseState({ task }: { task: StaffTask }) {
  const today = beijingDay(serverNow())
  const { releasedOn, stale, secrecyOn, opennessOn } = task.release
  // The office writes its text also where the check of it is left to others.
  const may = (['checkSecrecy', 'checkOpenness', 'editNotice'] as const).some((event) =>
    task.events.includes(event),
  )
  if (!may && !releasedOn) return null
  const checks = [secrecyOn && words.secrecyDone, opennessOn && words.opennessDone].filter(Boolean)
  return (
    <View>
      <SectionHead text={words.release} />
      {stale && (
        <View className="mb3">
          <NoteBlock icon="alert" tone="amber">
            {words.stale}
          </NoteBlock>
        </View>
      )}
      <Card rows>
        <Row
          icon="eye"
          name={releasedOn ? words.releasedOn(releasedOn, today) : words.notReleased}
          line={checks.length > 0 ? checks.join('，') : undefined}
          {...(may && {
            value: words.openRelease,
            ...wayTo('subpackages/office/release', { id: task.id }),
          })}
        />
      </Card>
    </View>
  )
}
