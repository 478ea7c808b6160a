import Fastify from 'fastify'
import { loopbackOnly } from '@/local/gateway/loopback-only'

describe('routes for this machine only', () => {
  const server = Fastify()
  void server.register(async (scope) => {
    loopbackOnly(scope)
    scope.get('/direct', () => 'here')
    // Routes that are registered below the scope are guarded with it.
    void scope.register(async (inner) => void inner.get('/below', () => 'here'))
  })
  afterAll(() => server.close())

  it.each(['/direct', '/below'])(
    '%s answers this machine and does not exist for others',
    async (url) => {
      for (const remoteAddress of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
        expect((await server.inject({ url, remoteAddress })).body).toBe('here')
      for (const remoteAddress of ['192.168.1.20', '::ffff:10.0.0.1', '127.0.0.2.example'])
        expect((await server.inject({ url, remoteAddress })).statusCode).toBe(404)
    },
  )
})
