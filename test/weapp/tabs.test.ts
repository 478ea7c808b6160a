import { homeWords } from '@/copy/home'
import { roleNames } from '@/copy/identity'
import { meWords } from '@/copy/me'
import { registerWords } from '@/copy/register'
import { myReportsWords } from '@/copy/report'
import { notFoundWords } from '@/copy/first-words'
import { todoWords } from '@/copy/todo'
import { casesIn } from '@/test/functions/task/close-out'
import { actingAs, assignment, draftTask, openLedger } from '@/test/functions/task/ledger'
import type { Organization } from '@/test/support/organization'
import { units } from '@/test/support/organization'
import { residentWorld } from './resident-world'
import { emptyStorage } from './simulator/phone'

/** Whoever opens a tab finds something true on it: for whom they act, what is theirs, no promise of another role. */

const world = residentWorld('tabs')
const { title } = draftTask('on-the-register')

beforeAll(async () => {
  const as = actingAs(world.cloud, world.organization)
  const ledger = openLedger(world.cloud)
  await ledger.draft(draftTask('on-the-register'))
  await as.ok('coordinator', 'task.assign', assignment('on-the-register', ['housing']))
  await casesIn(as, ledger).release('on-the-register')
})

const tabs = {
  home: 'pages/home/index',
  todo: 'pages/todo/index',
  register: 'pages/register/index',
  mine: 'pages/mine/index',
} as const
type Tab = keyof typeof tabs

interface Said {
  /** Read on the tab. */
  readonly says: readonly string[]
  /** Never read on it. */
  readonly not: readonly string[]
}
type Row = Readonly<Record<Tab, Said>>

const unitOf = (key: string) => units.find((unit) => unit.key === key)!.name

/** The register is everybody's, and there is a task on it. */
const register: Said = { says: [title], not: [registerWords.nothingYet, registerWords.emptyTitle] }

const resident: Row = {
  home: {
    says: [homeWords.report, homeWords.protected, title],
    not: [todoWords.actingFor, homeWords.protectedVillager],
  },
  todo: {
    says: [todoWords.resident, todoWords.residentLine],
    not: [todoWords.empty, todoWords.emptyLine],
  },
  register,
  mine: { says: [meWords.resident, meWords.reports, meWords.join], not: [meWords.notKnown] },
}

/** @param todo what the to-do says of what is owed */
const staff = (unit: string, role: keyof typeof roleNames, todo: Said, tool: string): Row => ({
  home: {
    // What staff report they report as anybody else: the promise is theirs too.
    says: [
      ...[todoWords.actingFor, unitOf(unit), roleNames[role], tool, title, homeWords.protected],
      // What is owed is said on the first page: nobody of them is late.
      todoWords.sentence(0, 0),
    ],
    not: [homeWords.protectedVillager],
  },
  todo: {
    says: [todoWords.actingFor, unitOf(unit), tool, ...todo.says],
    not: [todoWords.resident, ...todo.not],
  },
  register,
  mine: { says: [unitOf(unit), roleNames[role], meWords.reports], not: [meWords.notKnown] },
})

const nothingNow: Said = { says: [todoWords.empty, todoWords.emptyLine], not: [] }
const neverAny: Said = { says: [todoWords.owesNothing], not: [todoWords.emptyLine] }
const owesSigning: Said = { says: [title, todoWords.sentence(0, 0)], not: [todoWords.empty] }

const rows: readonly (readonly [keyof Organization | null, Row])[] = [
  [null, resident],
  [
    'villageOfficer',
    {
      home: {
        says: [
          todoWords.actingFor,
          '上塘村',
          homeWords.protectedVillager,
          myReportsWords.villagers,
        ],
        not: [homeWords.protected],
      },
      todo: { says: [unitOf('branch-shangtang'), ...nothingNow.says], not: [todoWords.resident] },
      register,
      mine: {
        says: [unitOf('branch-shangtang'), roleNames.villageOfficer, myReportsWords.villagers],
        not: [meWords.notKnown],
      },
    },
  ],
  ['housingStaff', staff('housing', 'unitStaff', owesSigning, todoWords.ledger)],
  ['cityLeader', staff('office', 'cityLeader', nothingNow, todoWords.ledger)],
  ['administrator', staff('office', 'administrator', neverAny, todoWords.people)],
  ['inspector', staff('office', 'inspector', nothingNow, todoWords.ledger)],
  ['enterprise', staff('farm', 'enterpriseAgent', nothingNow, todoWords.timelines)],
]

const openTab = (who: keyof Organization | null, path: string) => {
  if (who === null) return world.open(world.newResident(), { path })
  const { openid, actAs } = world.organization[who]
  const storage = emptyStorage()
  storage.entries.set('zgt.actAs', JSON.stringify(actAs))
  return world.open(openid, { path, storage })
}

const cases = rows.flatMap(([who, row]) =>
  (Object.keys(tabs) as Tab[]).map((tab) => [who ?? 'nobody here', tab, who, row[tab]] as const),
)

test.each(cases)('%s reads what is true on %s', async (_name, tab, who, { says, not }) => {
  const app = await openTab(who, tabs[tab])
  for (const words of says) await app.waitFor(words)
  for (const words of [...not, '没取到', notFoundWords.title])
    expect([words, app.has(words)]).toEqual([words, false])
  await app.close()
})
