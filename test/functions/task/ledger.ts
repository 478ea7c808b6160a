import { defaultBook } from '@/domain/settings-book'
import type { PersonId } from '@/domain/organization/actor'
import { noUnits } from '@/domain/organization/unit'
import type { ObligationContext } from '@/domain/reminder/obligation-context'
import { unnamedChain } from '@/domain/task/acceptance-chain'
import { fixedDeadline } from '@/domain/task/deadline'
import type { Measure, RectificationTask } from '@/domain/task/task'
import { workCalendar } from '@/cloudfunctions/_kit/work-calendar'
import { makeCipher } from '@/cloudfunctions/_stores/cipher'
import type { Database } from '@/cloudfunctions/_stores/database'
import { importTask, TaskStore } from '@/cloudfunctions/_stores/task-store'
import { Writer } from '@/cloudfunctions/_stores/writer'
import type { TestApp } from '../../support/app'
import { testEnvironment } from '../../support/environment'
import { openDatabaseAt } from '../../support/open-database'
import type { Organization } from '../../support/organization'

export const measure = (id: string, change: Partial<Measure> = {}): Measure => ({
  id,
  text: `措施${id}`,
  units: noUnits,
  deadline: null,
  sites: [],
  doneOn: null,
  ...change,
})

/** A draft as an import makes it: in 茂南区, due at the end of 2020, no unit decided. */
export const draftTask = (
  id: string,
  change: Partial<RectificationTask> = {},
): RectificationTask => ({
  id,
  roundId: 'round',
  number: '27',
  upperNumber: null,
  parentId: null,
  title: '石湖镇生活污水直排',
  problem: '石湖镇生活污水直排小东江。',
  category: 'sewage',
  regionCodes: ['440902'],
  villageCodes: [],
  enterpriseIds: [],
  goals: ['2020年底前完成截污'],
  units: noUnits,
  collectiveUnits: [],
  measures: [measure('m1'), measure('m2')],
  deadline: fixedDeadline('2020年12月底前', '2020-12-31'),
  acceptanceChain: unnamedChain(['county', 'city']),
  closingLevel: 'city',
  state: 'draft',
  assignments: [],
  extensions: [],
  agreedDates: [],
  done: [],
  cycles: [],
  completedOn: null,
  ...change,
})

/** The database behind the functions, reached by the real SDK. */
export const openDatabase = (app: TestApp): Database => openDatabaseAt(app.endpoint, app.envId)

export interface Ledger {
  readonly database: Database
  draft(
    task: RectificationTask,
    made?: { readonly by?: PersonId; readonly batchId?: string },
  ): Promise<RectificationTask>
  /** The import has made its last task. */
  complete(batchId: string): Promise<void>
}

export const openLedger = (app: TestApp): Ledger => {
  const database = openDatabase(app)
  const cipher = makeCipher(testEnvironment.IDENTITY_KEYS)
  const contextOn = (today: string): ObligationContext => ({
    today,
    calendar: workCalendar,
    settings: defaultBook,
    rootRegion: testEnvironment.CITY_REGION,
  })
  const writer = new Writer(database, cipher, contextOn)
  return {
    database,
    draft: async (task, { by: personId = 'importer', batchId } = {}) => {
      const actor = {
        personId,
        membershipId: 'm',
        role: 'coordinator',
        unitId: 'office',
        unitKind: 'department',
        regionCode: '440900',
        belongsTo: ['office'],
      } as const
      const now = app.clock.now()
      const by = { actor, now, today: '2019-11-18', keep: () => null, serves: () => true }
      const origin = {
        batchId: batchId ?? null,
        hidden: batchId !== undefined,
        searchNames: [],
      }
      await writer.write(by, (acting) => importTask(acting, task, origin))
      return task
    },
    complete: (batchId) => new TaskStore(database).showImported(batchId),
  }
}

/** Input of `task.assign` to one responsible unit; the list already gives the date. */
export const assignment = (
  taskId: string,
  responsibleUnitIds: string[],
  change: Partial<{
    leadUnitId: string | null
    villageCodes: string[]
    enterpriseIds: string[]
    countedOn: string | null
    eventEnteredBy: string | null
  }> = {},
) => ({
  taskId,
  leadUnitId: null,
  responsibleUnitIds,
  supportingUnitIds: [],
  villageCodes: [],
  enterpriseIds: [],
  countedOn: null,
  eventEnteredBy: null,
  ...change,
})

export const plan = (
  measureIds: string[],
  dueOn = '2020-06-30',
  proof: ('photo' | 'file' | 'paperNumber')[] = ['paperNumber'],
) => ({
  goals: '完成截污',
  person: '张工',
  measures: measureIds.map((measureId) => ({
    ...{ measureId, person: '李工', dueOn, proof, milestones: [] },
  })),
})

/** Calls bound to one colleague. */
export const actingAs = (app: TestApp, organization: Organization) => ({
  ok: <N extends Parameters<TestApp['ok']>[1]>(
    name: keyof Organization,
    action: N,
    input: Parameters<typeof app.ok<N>>[2],
  ) => app.ok<N>(organization[name].openid, action, input, { actAs: organization[name].actAs }),
  refusal: <N extends Parameters<TestApp['ok']>[1]>(
    name: keyof Organization,
    action: N,
    input: Parameters<typeof app.ok<N>>[2],
  ) =>
    app.refusal<N>(organization[name].openid, action, input, { actAs: organization[name].actAs }),
})

/** What a deadline waits for was approved on the day before yesterday: 30 days from then. */
export const happened = (taskId: string) => ({
  taskId,
  happenedOn: '2019-11-16',
  period: { count: 30, unit: 'day' as const },
  paperNumber: '茂环审〔2019〕3号',
  reason: '',
  pastKnown: false,
})
