import { startApp, type CallOptions, type TestApp } from '../../support/app'
import { buildOrganization, type Colleague, type Organization } from '../../support/organization'
import type { ActionInput, ActionName, ActionOutput } from '@/contract/actions'
import type { Database } from '@/cloudfunctions/_stores/database'
import { obligation, openEngine } from '../notifier/engine'
import { openLedger, type Ledger } from '../task/ledger'

/** A colleague, one of two known residents, nobody's session, or a session of its own. */
export type Somebody =
  | keyof Organization
  | 'reporter'
  | 'newcomer'
  | 'nobody'
  | { readonly openid: string; readonly actAs?: string }

/** One call that is allowed: by whom, and with which input. */
export interface Arranged<N extends ActionName> {
  readonly by: Somebody
  readonly input: ActionInput<N>
}

/** Makes what one call of the action needs, all of it new, and answers with that call. */
export type Arrange<N extends ActionName> = (world: World) => Promise<Arranged<N>>

/** An open city in which every action can be called. */
export interface World {
  readonly app: TestApp
  readonly people: Organization
  readonly ledger: Ledger
  readonly database: Database
  /** A name that no thing has yet. */
  fresh(what: string): string
  /** The session and the membership of somebody; a reporter has no membership. */
  sessionOf(who: Somebody): { readonly openid: string | null; readonly as: CallOptions }
  /** The data of a call that must succeed. */
  ok<N extends ActionName>(
    who: Somebody,
    action: N,
    input: ActionInput<N>,
  ): Promise<ActionOutput<N>>
  close(): Promise<void>
}

const day = (iso: string): number => Date.parse(`${iso}T09:00:00+08:00`)

/** A step that nobody could be told of by a message, and a message that was sent. */
const remind = async (app: TestApp): Promise<void> => {
  const engine = openEngine(app)
  await engine.owe(
    obligation('to-phone-about', {
      madeOn: '2019-11-01',
      dueOn: '2019-11-25',
      nextStepOn: '2019-11-18',
    }),
  )
  await engine.allow('openid-reporter', 'answerReady', 1)
  await engine.report('openid-reporter', 'told', '2019-1118-AAA')
  const told = {
    thing: 'feedback',
    thingId: 'told',
    notice: 'answerReady',
    node: 'answer 1',
  } as const
  await engine.tell(
    {
      ...told,
      regionCode: '440900',
      hiddenFrom: [],
      dueOn: null,
      to: { reportersOf: 'told' },
      title: '2019-1118-AAA',
    },
    '2019-11-18T09:00',
  )
  const { runNotifier } = await import('@/cloudfunctions/notifier/run-notifier')
  await runNotifier(engine.parts, day('2019-11-18'))
}

export const openWorld = async (): Promise<World> => {
  const app = await startApp()
  const people = await buildOrganization(app)
  const ledger = openLedger(app)
  const sessionOf: World['sessionOf'] = (who) => {
    if (typeof who === 'object') {
      const { openid, actAs } = who
      return { openid, as: actAs === undefined ? {} : { actAs } }
    }
    if (who === 'nobody') return { openid: null, as: {} }
    const colleague: Colleague | undefined = people[who as keyof Organization]
    if (colleague) return { openid: colleague.openid, as: { actAs: colleague.actAs } }
    return { openid: `openid-${who}`, as: {} }
  }
  let made = 0
  const world: World = {
    app,
    people,
    ledger,
    database: ledger.database,
    fresh: (what) => `${what}-${(made += 1)}`,
    sessionOf,
    ok: (who, action, input) => {
      const { openid, as } = sessionOf(who)
      return app.ok(openid, action, input, as)
    },
    close: () => app.close(),
  }
  // Known persons: an account is made at the first write.
  for (const who of ['reporter', 'newcomer'] as const)
    await world.ok(who, 'identity.setVillage', { regionCode: null })
  await remind(app)
  return world
}
