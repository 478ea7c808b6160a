import type { FastifyInstance } from 'fastify'
import type { FaultList } from './fault-list'

/**
 * `GET | POST | PUT | DELETE /faults` and `DELETE /faults/:id` below the control prefix.
 * A rule that is wrong is refused with BadRule, which the caller answers with 400.
 */
export function registerFaultRoutes(scope: FastifyInstance, faults: FaultList): void {
  scope.get('/faults', () => faults.list())
  /** Adds one rule. */
  scope.post('/faults', async (request, reply) => {
    const added = faults.add(request.body)
    return reply.code(201).send(added)
  })
  /** Puts the posted list in the place of all rules. */
  scope.put('/faults', (request) =>
    faults.replace(Array.isArray(request.body) ? (request.body as unknown[]) : [request.body]),
  )
  scope.delete('/faults', () => {
    faults.clear()
    return []
  })
  scope.delete('/faults/:id', async (request, reply) => {
    const { id } = request.params as { id: string }
    if (faults.remove(id)) return faults.list()
    return reply.code(404).send({ code: 'NOT_FOUND', message: `there is no rule ${id}` })
  })
}
