import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Account, Accounts } from './accounts'
import { sessionLivesMs } from './accounts'

/** The prefix makes browsers refuse it without Secure, with a domain or below a path. */
const name = '__Host-zgt'
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax'

export const tokenIn = ({ headers }: FastifyRequest): string | undefined =>
  headers.cookie
    ?.split(';')
    .map((text) => text.trim())
    .find((text) => text.startsWith(`${name}=`))
    ?.slice(name.length + 1)

export const accountOf = (accounts: Accounts, request: FastifyRequest): Account | null =>
  accounts.signedIn(tokenIn(request))

export const setToken = (reply: FastifyReply, token: string): FastifyReply =>
  reply.header('set-cookie', `${name}=${token}; Max-Age=${sessionLivesMs / 1000}; ${attributes}`)

export const dropToken = (reply: FastifyReply): FastifyReply =>
  reply.header('set-cookie', `${name}=; Max-Age=0; ${attributes}`)
