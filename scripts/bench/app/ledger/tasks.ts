import { createHash } from 'node:crypto'
import type { IsoDay } from '@/domain/calendar/day'
import { onlyReleased, publicFactsOf, publicTextOf } from '@/domain/release/public-task'
import { releasableTaskFields } from '@/domain/release/release'
import { withCheck } from '@/domain/release/task-release'
import { noUnits } from '@/domain/organization/unit'
import { unnamedChain } from '@/domain/task/acceptance-chain'
import { fixedDeadline } from '@/domain/task/deadline'
import { noFacts } from '@/domain/task/kept-facts'
import { approvePlan, signFor, submitPlan } from '@/domain/task/assignment-transitions'
import { type RectificationTask, taskCategories } from '@/domain/task/task'
import { assign } from '@/domain/task/transitions'
import { publicTaskDoc, publicTasks } from '@/cloudfunctions/_stores/public-task-store'
import { importTask } from '@/cloudfunctions/_stores/task-store'
import type { TaskRecord } from '@/cloudfunctions/_stores/task-record'
import { taskThing } from '@/cloudfunctions/_stores/task-thing'
import type { Decision } from '@/cloudfunctions/_stores/thing'
import { by, daysAgo, type Making, today } from './make'
import type { City, Colleague } from './organization'

const deadlines = ['2020-05-31', '2020-06-30', '2020-09-30', '2020-12-31', '2021-06-30']
const kinds = ['生活污水直排', '养殖粪污乱排', '露天堆放垃圾', '工地扬尘', '河道违建']

/** Share of the ledger that residents can read. */
const shareReleased = 0.6

const draft = (making: Making, { counties, villages }: City, index: number): RectificationTask => {
  const what = making.pick(kinds)
  const dueOn = making.pick(deadlines)
  const place = `第${index % 40}镇`
  return {
    id: `task-${String(index).padStart(6, '0')}`,
    roundId: 'round',
    number: String(index + 1),
    upperNumber: null,
    parentId: null,
    title: `${place}${what}`,
    problem: `${place}${what}问题突出，群众多次反映，镇街巡查未及时发现和制止，整改方案没有落实到人。`,
    category: making.pick(taskCategories),
    regionCodes: [making.pick(counties)],
    villageCodes: [making.pick(villages)],
    enterpriseIds: [],
    goals: ['完成截污', '水体不黑不臭'],
    units: noUnits,
    collectiveUnits: [],
    measures: ['m1', 'm2', 'm3'].map((id) => ({
      id,
      text: `${place}完成${what}整治的第${id.slice(1)}步`,
      units: noUnits,
      deadline: null,
      sites: [],
      doneOn: null,
    })),
    deadline: fixedDeadline(`${dueOn}前`, dueOn),
    acceptanceChain: unnamedChain(['county', 'city']),
    closingLevel: 'city',
    state: 'draft',
    assignments: [],
    extensions: [],
    agreedDates: [],
    done: [],
    cycles: [],
    completedOn: null,
  }
}

const planFor = ({ measures, deadline }: RectificationTask) => ({
  goals: '完成截污',
  person: '张工',
  measures: measures.map(({ id }) => ({
    measureId: id,
    person: '李工',
    dueOn: deadline.countedOn!,
    proof: ['paperNumber' as const],
    milestones: [],
  })),
})

const names = {
  unit: (id: string) => ({ name: id, phone: '0668-2000000' }),
  region: (code: string) => code,
}

/** Both checks on the present text, and the text in the public register. */
const releaseChange = (
  task: TaskRecord,
  { coordinator, publisher }: City,
): Decision<TaskRecord> => {
  const text = publicTextOf(task, names)
  const digest = createHash('sha256').update(JSON.stringify(text)).digest('hex')
  const fields = releasableTaskFields
  const secrecy = { personId: coordinator.personId, on: today, fields, digest }
  const checked = withCheck(task.release, 'secrecy', secrecy)
  const openness = { ...secrecy, personId: publisher.personId }
  const release = withCheck(checked, 'openness', openness)
  const published = {
    id: task.id,
    text: onlyReleased(text, fields, fields),
    facts: publicFactsOf(task, task.reachedOn, null),
    releasedOn: today,
    releasedSchedule: null,
  }
  return {
    next: { ...task, release },
    changes: { digest },
    also: ({ transaction }) => transaction.put(publicTasks, publicTaskDoc(published)),
  }
}

interface Step {
  /** Share of the ledger that has come so far. */
  readonly share: number
  readonly event: string
  readonly actor: Colleague
  readonly decide: (task: TaskRecord) => RectificationTask
}

/** From assignment to the approved plan. */
const stepsOf = (making: Making, town: City, unit: Colleague, start: IsoDay): Step[] => {
  const { coordinator } = town
  const facts = { ...noFacts, released: false, ...making.contextOn(start) }
  const signer = { person: '李某', phone: '0668-2111111' }
  const choices = (villageCodes: readonly string[]) => ({
    leadUnitId: null,
    responsibleUnitIds: [unit.unitId],
    supportingUnitIds: [],
    villageCodes,
    enterpriseIds: [],
    countedOn: null,
    eventEnteredBy: null,
  })
  return [
    {
      share: 0.95,
      event: 'assign',
      actor: coordinator,
      decide: (task) => assign(task, choices(task.villageCodes), coordinator, facts),
    },
    {
      share: 0.8,
      event: 'signFor',
      actor: unit,
      decide: (task) => signFor(task, signer, unit, facts),
    },
    {
      share: 0.65,
      event: 'submitPlan',
      actor: unit,
      decide: (task) => submitPlan(task, { plan: planFor(task) }, unit, facts),
    },
    {
      share: 0.5,
      event: 'approvePlan',
      actor: coordinator,
      decide: (task) => approvePlan(task, { unitId: unit.unitId }, coordinator, facts),
    },
  ]
}

/**
 * @param count of the whole ledger, of which this part's are made
 * @param done is called after each task
 * @returns the ids of the tasks that residents can read
 */
export const makeTasks = async (
  making: Making,
  town: City,
  count: number,
  done: () => void,
): Promise<string[]> => {
  const { writer, part } = making
  const released: string[] = []
  for (let index = part.first; index < count; index += part.of) {
    const { id, ...task } = draft(making, town, index)
    const start = daysAgo(200 - (index % 150))
    const origin = { batchId: null, hidden: false, searchNames: [] }
    await writer.write(by(town.coordinator, start), (acting) =>
      importTask(acting, { id, ...task }, origin),
    )
    const unit = town.staff[index % town.staff.length]!
    for (const { share, event, actor, decide } of stepsOf(making, town, unit, start)) {
      if (index >= count * share) break
      await writer.write(by(actor, start), (acting) =>
        acting.change(taskThing, id, event, (current) => ({
          next: { ...current, ...decide(current) },
          changes: {},
        })),
      )
    }
    if (index < count * shareReleased) {
      await writer.write(by(town.publisher, today), (acting) =>
        acting.change(taskThing, id, 'release', (current) => releaseChange(current, town)),
      )
      released.push(id)
    }
    done()
  }
  return released
}
