import type { ActionInput, ActionName } from '@/contract/actions'
import { feedbackStates } from '@/domain/feedback/feedback'
import type { Arrange, Somebody } from './world'

type Case<N extends ActionName> = readonly [action: N, what: string, prepare: Arrange<N>]

const list = <N extends ActionName>(
  action: N,
  by: Somebody,
  what: string,
  input: ActionInput<N>,
): Case<N> => [action, `${what} by ${String(by)}`, async () => ({ by, input })]

type PublicFilter = ActionInput<'register.listTasks'>['filter']
type LedgerFilter = ActionInput<'task.listLedger'>['filter']

/** Every combination of these parts, also none of them. */
const combinations = <T extends object>(parts: readonly T[]): { what: string; all: T }[] =>
  Array.from({ length: 2 ** parts.length }, (_, chosen) => {
    const taken = parts.filter((_part, index) => (chosen >> index) & 1)
    const all = Object.assign({}, ...taken) as T
    return { what: JSON.stringify(all), all }
  })

/** Values that many rows have, and values that none has. */
const publicFilters = [
  ...combinations<PublicFilter>([
    { regionCode: '440902' },
    { category: 'sewage' },
    { state: 'rectifying' },
    { villageCode: '440902101201' },
  ]),
  ...combinations<PublicFilter>([
    { regionCode: '440904' },
    { category: 'livestock' },
    { state: 'closed' },
  ]),
  ...combinations<PublicFilter>([
    { regionCode: '440902' },
    { category: 'sewage' },
    { state: 'closed' },
  ]),
]
const ledgerFilters = [
  ...combinations<LedgerFilter>([
    { regionCode: '440902' },
    { category: 'sewage' },
    { state: 'assigned' },
  ]),
  ...combinations<LedgerFilter>([
    { regionCode: '440904' },
    { category: 'livestock' },
    { state: 'closed' },
  ]),
  ...combinations<LedgerFilter>([
    { regionCode: '440902' },
    { category: 'sewage' },
    { state: 'closed' },
  ]),
]

/** Words that many rows have, that few have, and that none has. */
const words = ['污水', '石湖镇生活污水直排', '汞', '污汞']

const unique = <T>(entries: readonly { what: string; all: T }[]): { what: string; all: T }[] => [
  ...new Map(entries.map((entry) => [entry.what, entry])).values(),
]

const owing = [
  'housingStaff',
  'housingLeader',
  'coordinator',
  'coordinatorDianbai',
  'intake',
  'publisher',
  'inspector',
  'villageOfficer',
  'enterprise',
  'enforcer',
  'cityLeader',
] as const

/** The lists as each of their readers asks for them, with every combination of filters. */
export const listCases: readonly Case<ActionName>[] = [
  ...unique(publicFilters).map(({ what, all }) =>
    list('register.listTasks', 'reporter', what, { filter: all }),
  ),
  ...(
    ['coordinator', 'coordinatorDianbai', 'cityLeader', 'housingStaff', 'villageOfficer'] as const
  ).flatMap((by) =>
    unique(ledgerFilters).map(({ what, all }) =>
      list('task.listLedger', by, what, { filter: all }),
    ),
  ),
  ...(['coordinator', 'housingStaff'] as const).flatMap((by) =>
    unique(ledgerFilters.slice(0, 8)).map(({ what, all }) =>
      list('task.listLedger', by, `${what} by number`, { filter: all, sort: 'number' }),
    ),
  ),
  ...unique(combinations<LedgerFilter>([{ category: 'sewage' }, { state: 'assigned' }])).flatMap(
    ({ what, all }) =>
      ([undefined, 'number'] as const).map((sort) =>
        list('task.listLedger', 'coordinator', `${what} of a round by ${sort ?? 'due'}`, {
          filter: { ...all, roundId: 'round' },
          ...(sort && { sort }),
        }),
      ),
  ),
  ...words.flatMap((query) => [
    list('register.listTasks', 'reporter', query, { filter: {}, query }),
    list('register.listTasks', 'reporter', `${query} in 440904`, {
      filter: { regionCode: '440904', state: 'closed' },
      query,
    }),
    ...(['coordinator', 'coordinatorDianbai', 'housingStaff', 'villageOfficer'] as const).map(
      (by) => list('task.listLedger', by, query, { filter: { category: 'livestock' }, query }),
    ),
  ]),
  ...owing.map((by) => list('notifier.listTodo', by, 'owed', {})),
  ...owing.map((by) => list('notifier.listReminders', by, 'owed', {})),
  ...(['intake', 'coordinator', 'farmingStaff', 'housingStaff'] as const).flatMap((by) =>
    [undefined, ...feedbackStates].map((state) =>
      list('feedback.listDesk', by, String(state), state ? { state } : {}),
    ),
  ),
  ...(['housingStaff', 'enterprise', 'otherEnterprise', 'coordinator'] as const).map((by) =>
    list('enterprise.listTimelines', by, 'all', {}),
  ),
  ...(['enforcer', 'enterprise', 'coordinator', 'inspector', 'intake'] as const).map((by) =>
    list('enterprise.listVisits', by, 'all', {}),
  ),
  list('identity.listUnits', 'intake', 'that may enter a firm', { enforcing: true }),
  ...(['coordinator', 'otherCoordinator', 'coordinatorDianbai'] as const).map((by) =>
    list('documents.listBatches', by, 'all', {}),
  ),
  ...(['coordinator', 'coordinatorDianbai'] as const).map((by) =>
    list('documents.listRounds', by, 'all', {}),
  ),
  ...(['coordinator', 'coordinatorDianbai'] as const).map((by) =>
    list('notifier.listCallList', by, 'all', {}),
  ),
  list('identity.listUnits', 'coordinator', 'of a kind in a region', {
    kind: 'enterprise',
    regionCode: '440904',
  }),
] as readonly Case<ActionName>[]
