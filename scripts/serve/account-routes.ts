/** Signing in, and the administrator's page of accounts. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Parts } from '@/local/make-parts'
import type { Accounts } from './accounts'
import { accountsPage, signInPage } from './pages'
import { accountOf, dropToken, setToken, tokenIn } from './session-cookie'
import { words } from './words'

interface Options {
  readonly parts: Pick<Parts, 'runner' | 'appId' | 'clock'>
  readonly accounts: Accounts
}

const html = (reply: FastifyReply, text: string) =>
  reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text)

/** A form of ours holds a few short fields. */
const readForms = (server: FastifyInstance) =>
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 4_096 },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )

const fieldOf = ({ body }: FastifyRequest, name: string) =>
  String((body as Record<string, unknown> | null)?.[name] ?? '').slice(0, 100)

/** The ledger says who administers, not the account. */
const isAdministrator = async ({ runner, appId }: Options['parts'], openid: string) => {
  const event = { action: 'identity.whoAmI', input: {} }
  const reply = JSON.parse(
    await runner.invoke('identity', event, { kind: 'person', openid, appId }),
  ) as { data?: { memberships: readonly { role: string }[] } }
  return reply.data?.memberships.some(({ role }) => role === 'administrator') === true
}

const registerSignIn = (server: FastifyInstance, accounts: Accounts) => {
  server.get('/serve/sign-in', (request, reply) =>
    html(reply, signInPage(accountOf(accounts, request), false)),
  )
  server.post('/serve/sign-in', (request, reply) => {
    const token = accounts.signIn(fieldOf(request, 'number'), fieldOf(request, 'code'))
    if (token === null) return html(reply.code(403), signInPage(null, true))
    return setToken(reply, token).redirect('/', 303)
  })
  server.post('/serve/sign-out', (request, reply) => {
    const token = tokenIn(request)
    if (token) accounts.signOut(token)
    return dropToken(reply).redirect('/serve/sign-in', 303)
  })
}

const registerAdministration = (server: FastifyInstance, { parts, accounts }: Options) => {
  server.addHook('preHandler', async (request, reply) => {
    const account = accountOf(accounts, request)
    if (!account) return reply.redirect('/serve/sign-in', 303)
    if (await isAdministrator(parts, account.openid)) return
    return reply.code(403).type('text/plain; charset=utf-8').send(words.onlyAdministrators)
  })
  const show = (reply: FastifyReply, done: string | null = null) =>
    html(reply, accountsPage(accounts.list(), parts.clock.now(), done))
  const give = (reply: FastifyReply, number: string) => {
    const code = accounts.issueCode(number)
    const account = accounts.list().find((each) => each.number === number)
    if (code === null || !account) return reply.callNotFound()
    return show(reply, words.given(account.name, number, code))
  }
  const numberOf = (request: FastifyRequest) => (request.params as { number: string }).number
  server.get('/serve/accounts', (_request, reply) => show(reply))
  server.post('/serve/accounts', (request, reply) => {
    const name = fieldOf(request, 'name').trim().slice(0, 40)
    return name === '' ? show(reply) : give(reply, accounts.add(name).number)
  })
  server.post('/serve/accounts/:number/code', (request, reply) => give(reply, numberOf(request)))
  server.post('/serve/accounts/:number/end', (request, reply) =>
    accounts.end(numberOf(request)) ? show(reply, words.ended) : reply.callNotFound(),
  )
}

export const registerAccountRoutes = (server: FastifyInstance, options: Options): void => {
  void server.register(async (scope) => {
    readForms(scope)
    registerSignIn(scope, options.accounts)
    await scope.register(async (inner) => registerAdministration(inner, options))
  })
}
