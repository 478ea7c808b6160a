import type { ActionOutput } from '@/contract/actions'
import type { Opinion } from '@/domain/opinion/opinion'
import { whyNotOpinion } from '@/domain/opinion/workflow'
import type { RefusalCode } from '@/domain/refusal'
import { RuleError } from '@/domain/refusal'
import type { TaskState } from '@/domain/task/task'
import type { Call, Handler } from '../../_kit/handler'
import { residentIdOf } from '../../_stores/opinion-thing'
import { summaryIdOf } from '../../_stores/summary-thing'
import { describeSummary } from '../describe-summary'
import type { TaskRecord } from '../../_stores/task-record'
import { askedOfResident, unsaidOpinion } from '../own-opinion'
import type { Parts } from '../parts'
import { recordingsOf } from '../recordings'

type Speaking = ActionOutput<'opinion.getOwn'>['speaking']

const speakingOf: Readonly<Partial<Record<RefusalCode, Speaking>>> = {
  'ACCESS.ROLE': 'notResident',
  'OPINION.VILLAGE_UNKNOWN': 'noVillage',
  'OPINION.OTHER_VILLAGE': 'otherVillage',
  'OPINION.OWN_CAUSE': 'ownCause',
}

/** The released summary stands in the notice for everybody to read. */
const noticeUp: readonly TaskState[] = ['underNotice', 'awaitingApproval', 'reportedUp', 'closed']

type Deps = Pick<
  Parts,
  'opinions' | 'tasks' | 'publicTasks' | 'organization' | 'cipher' | 'writer' | 'files'
>

/** Why not, as the form says it; a visitor without an account has said no village yet. */
const speaking = (task: TaskRecord, { writer }: Deps, { actor, person, today }: Call): Speaking => {
  if (task.asking === null) return 'closed'
  const context = writer.contextOn(today)
  const asking = actor.personId === null ? { ...actor, personId: 'visitor' } : actor
  const facts = { ...context, given: askedOfResident(person) }
  const refusal = whyNotOpinion(unsaidOpinion('own', task, context), 'giveOwn', asking, facts)
  return refusal ? (speakingOf[refusal.code] ?? 'closed') : 'open'
}

const mine = async (
  { opinions, cipher }: Deps,
  askingId: string | null,
  personId: string | null,
): Promise<Opinion | null> =>
  askingId === null || personId === null
    ? null
    : opinions.find(residentIdOf(cipher, askingId, personId))

/** Their own phone is shown to nobody else here. */
const visitOf = ({ cipher }: Pick<Deps, 'cipher'>, { visit }: Opinion) =>
  visit ? { phone: visit.phone && cipher.open(visit.phone), madeOn: visit.madeOn } : null

/** What a resident may say on a released task, and what they have said. */
export const getOwn =
  (deps: Deps): Handler<'opinion.getOwn'> =>
  async ({ taskId }, call) => {
    const published = await deps.publicTasks.find(taskId)
    const found = await deps.tasks.find(taskId)
    if (!published || !found) throw new RuleError('THING.NOT_FOUND')
    const { asking } = found.task
    const opinion = await mine(deps, asking?.id ?? null, call.actor.personId)
    const isUp = noticeUp.includes(found.task.state)
    const summary =
      asking !== null && asking.isAnswered && (isUp || opinion !== null)
        ? await deps.opinions.findSummary(summaryIdOf(asking.id))
        : null
    const own = opinion?.villageCode ?? null
    const codes = [...(asking?.villageCodes ?? []), ...(own === null ? [] : [own])]
    const regions = await deps.organization.regions([...new Set(codes)])
    const recordingOf = await recordingsOf(deps, opinion ? [opinion] : [])
    const nameOf = (code: string) => regions.get(code)?.name ?? code
    return {
      title: published.text.title,
      unitName: published.text.unitName,
      speaking: speaking(found.task, deps, call),
      villages: (asking?.villageCodes ?? []).map((code) => ({ code, name: nameOf(code) })),
      summary: summary?.state === 'released' ? describeSummary(summary) : null,
      mine:
        opinion && opinion.satisfaction && opinion.givenOn
          ? {
              satisfaction: opinion.satisfaction,
              words: opinion.said === null ? '' : deps.cipher.open(opinion.said),
              recording: recordingOf(opinion),
              givenOn: opinion.givenOn,
              villageName: own === null ? '' : nameOf(own),
              visit: visitOf(deps, opinion),
            }
          : null,
    }
  }
