import type { FastifyInstance } from 'fastify'
import { BadInput, bodyOf, fieldsOf, readText, refuseBadInput } from '../ground/control-input'
import type { PushedMessage } from './message-push'
import type { WeChatStandIn } from './stand-in'
import { subscribeEvent } from './subscribe-events'

const OUTCOMES: readonly unknown[] = ['accept', 'reject']

function readCount(value: unknown, name: string, most: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > most)
    throw new BadInput(`${name} must be a whole number up to ${most}`)
  return value
}

/** What a person does in WeChat itself. */
function registerPerson(scope: FastifyInstance, standIn: WeChatStandIn): void {
  /** The button for sharing one's number. */
  scope.post('/phone-code', (request) => {
    const { phone = '13800000000', openid } = bodyOf(request)
    const person = openid === undefined ? null : readText(openid, 'openid')
    return { code: standIn.phoneCodes.issue(readText(phone, 'phone'), person) }
  })
  /** The page where messages are switched off and on. */
  scope.post('/settings', async (request) => {
    const { openid, templateIds, outcome = 'reject' } = bodyOf(request)
    if (!Array.isArray(templateIds) || templateIds.length === 0)
      throw new BadInput('templateIds must be a list')
    if (!OUTCOMES.includes(outcome)) throw new BadInput('outcome must be accept or reject')
    await standIn.subscriptions.changed(
      readText(openid, 'openid'),
      templateIds.map((id) => readText(id, 'templateIds')),
      outcome as 'accept' | 'reject',
    )
    return { ok: true }
  })
}

/** A message as it stands, or one of the subscription events made of its items. */
function readMessage({ message, event, openid, items }: Record<string, unknown>): PushedMessage {
  if (message !== undefined) {
    const fields = fieldsOf(message)
    const named = {
      Event: readText(fields.Event, 'message.Event'),
      FromUserName: readText(fields.FromUserName, 'message.FromUserName'),
    }
    return { ...fields, ...named }
  }
  if (!Array.isArray(items) || items.length === 0) throw new BadInput('items must be a list')
  return subscribeEvent(readText(event, 'event'), readText(openid, 'openid'), items.map(fieldsOf))
}

function registerPushes(scope: FastifyInstance, standIn: WeChatStandIn): void {
  const { push, media } = standIn
  if (!push || !media) return
  scope.post('/push', async (request) => {
    push.deliver(readMessage(bodyOf(request)))
    await push.settled()
    return { ok: true }
  })
  const settings = () => ({
    times: push.times,
    createTime: push.createTime,
    namesSender: push.namesSender,
    mediaCheckDelayMs: media.delayMs,
    // Not whose they are: the address leads to the report that the photo belongs to.
    pendingMediaChecks: media.pending().map(({ traceId, url, dueAt }) => ({ traceId, url, dueAt })),
  })
  scope.get('/pushes', settings)
  scope.post('/pushes', (request) => {
    const { times, createTime, namesSender, mediaCheckDelayMs } = bodyOf(request)
    if (times !== undefined) push.times = readCount(times, 'times', 10)
    if (createTime !== undefined) {
      if (createTime !== 'number' && createTime !== 'string')
        throw new BadInput('createTime must be number or string')
      push.createTime = createTime
    }
    if (namesSender !== undefined) {
      if (typeof namesSender !== 'boolean') throw new BadInput('namesSender must be true or false')
      push.namesSender = namesSender
    }
    if (mediaCheckDelayMs !== undefined)
      media.delayMs = readCount(mediaCheckDelayMs, 'mediaCheckDelayMs', 3_600_000)
    return settings()
  })
}

/**
 * `/_local/wechat/…`: what happens in WeChat itself, by hand. Registered only when asked for.
 * @param forTests pushes by hand too
 */
export function registerWeChatControl(
  server: FastifyInstance,
  standIn: WeChatStandIn,
  forTests: boolean,
): void {
  void server.register(
    async (scope) => {
      refuseBadInput(scope)
      registerPerson(scope, standIn)
      if (forTests) registerPushes(scope, standIn)
    },
    { prefix: '/_local/wechat' },
  )
}
