import type { SettableClock } from '../clock/settable-clock'
import type { DocumentStore } from '../engine/store'
import type { FunctionRunner } from '../functions/function-runner'
import { MediaChecks } from './media-checks'
import { MessagePush } from './message-push'
import type { PushRoutes } from './message-push'
import type { MessageLedger } from './message-ledger'
import { WeChatStandIn } from './stand-in'
import type { MessageTemplate } from './templates'

export interface StandInSurroundings {
  store: DocumentStore
  clock: SettableClock
  runner: FunctionRunner
  ledger: MessageLedger
  appId: string
  /** Known once the server listens. */
  address: { origin: string }
  templates: MessageTemplate[] | null
  pages: readonly string[] | null
  /** Which functions take what WeChat pushes; null for none. */
  routes: PushRoutes | null
  mediaCheckDelayMs: number | undefined
  /** Epoch ms at which this person last used the application; null for never. */
  lastSeen: (openid: string) => number | null
  log: (line: string) => void
}

/** The stand-in with what it pushes through. */
export function makeStandIn(surroundings: StandInSurroundings): WeChatStandIn {
  const { store, clock, runner, ledger, appId, address, templates, pages, lastSeen } = surroundings
  const now = () => clock.now()
  const report = (message: string) => surroundings.log(`[push] ${message}`)
  const push = new MessagePush({ runner, appId, now, routes: surroundings.routes, report })
  const { mediaCheckDelayMs: delayMs } = surroundings
  const origin = () => address.origin
  const media = new MediaChecks({
    store,
    clock,
    push,
    appId,
    origin,
    report,
    ...(delayMs === undefined ? {} : { delayMs }),
  })
  return new WeChatStandIn({ ledger, templates, pages, now, lastSeen, appId, push, media })
}
