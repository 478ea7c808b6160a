/** `POST /call/<function>` of one machine: who may ask for what, then the function as the cloud calls it. */
import type { FastifyInstance } from 'fastify'
import { type ActionName, actions } from '@/contract/actions'
import type { ActionContract } from '@/contract/action'
import type { Reply } from '@/contract/envelope'
import type { RefusalCode } from '@/domain/refusal'
import { MOST_EVENT_BYTES } from '@/local/gateway/register-call-route'
import type { Parts } from '@/local/make-parts'
import { CloudError } from '@/local/ground/cloud-error'
import type { Accounts } from './accounts'
import { accountOf } from './session-cookie'

/** The one thing that somebody who holds no role yet may write: he becomes staff by it. */
const joining: ActionName = 'identity.acceptInvitation'

/**
 * Residents read here and write in the mini-program, where WeChat knows them and checks what they
 * send; whoever is not signed in reads what everybody may.
 */
export const refusalOf = (event: unknown, isSignedIn: boolean): RefusalCode | null => {
  const name = (event as { action?: unknown } | null)?.action
  if (typeof name !== 'string' || !Object.hasOwn(actions, name)) return 'IDENTITY.REQUIRED'
  const { caller, writes }: ActionContract = actions[name as ActionName]
  if (writes && caller !== 'member' && name !== joining) return 'SERVICE.READ_ONLY'
  const isForEverybody = !writes && (caller === 'public' || caller === 'anyone')
  return isForEverybody || isSignedIn ? null : 'IDENTITY.REQUIRED'
}

interface Options {
  readonly parts: Pick<Parts, 'runner' | 'appId' | 'address' | 'clock'>
  readonly accounts: Accounts
  readonly origin: string
}

export const registerCallRoute = (
  server: FastifyInstance,
  { parts, accounts, origin }: Options,
): void => {
  const { runner, appId, address, clock } = parts
  server.post('/call/:name', { bodyLimit: MOST_EVENT_BYTES }, async (request, reply) => {
    void reply.type('application/json; charset=utf-8').header('cache-control', 'no-store')
    const account = accountOf(accounts, request)
    const code = refusalOf(request.body, account !== null)
    if (code)
      return {
        ok: false,
        error: { code, requestId: request.id },
        now: clock.now(),
      } satisfies Reply<unknown>
    const { name } = request.params as { name: string }
    try {
      const openid = account?.openid ?? null
      const text = await runner.invoke(name, request.body, { kind: 'person', openid, appId })
      // Links to files are made for the machine itself; a browser reaches it by its own name.
      return await reply.send(text.replaceAll(address.origin, origin))
    } catch (error) {
      if (!(error instanceof CloudError)) throw error
      return reply.code(500).send({ code: error.code, message: error.message })
    }
  })
}
