import Fastify from 'fastify'
import { loopbackOnly } from '@/local/gateway/loopback-only'

describe('routes for this machine only', () => {
  // Behind a proxy that it trusts, the server takes the caller's address from a header.
  const server = Fastify({ trustProxy: true })
  let origin = ''

  beforeAll(async () => {
    void server.register(async (scope) => {
      loopbackOnly(scope)
      scope.get('/direct', () => 'here')
      // Routes that are registered below the scope are guarded with it.
      void scope.register(async (inner) => void inner.get('/below', () => 'here'))
    })
    origin = await server.listen({ host: '127.0.0.1', port: 0 })
  })
  afterAll(() => server.close())

  const ask = (path: string, from: string) =>
    fetch(origin + path, { headers: { 'x-forwarded-for': from } })

  it.each(['/direct', '/below'])(
    '%s answers this machine, for others it does not exist',
    async (path) => {
      for (const from of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
        expect(await (await ask(path, from)).text()).toBe('here')
      for (const from of ['192.168.1.20', '::ffff:10.0.0.1', '203.0.113.9'])
        expect((await ask(path, from)).status).toBe(404)
    },
  )
})
