import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Arrival {
  readonly method: string
  readonly path: string
  readonly body: { action: string; input: unknown; idempotencyKey?: string; actAs?: string }
}

/** What the server does with one arrival; `socket` stays open unless it is answered or cut. */
export type Answer = (arrival: Arrival, response: ServerResponse) => void

const readBody = async (request: IncomingMessage) => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

/** A server on a free loopback port that remembers what arrived. */
export async function startServer() {
  const arrivals: Arrival[] = []
  const state: { answer: Answer } = { answer: (_, response) => void response.end() }
  const server: Server = createServer((request, response) => {
    void readBody(request).then((text) => {
      const { method = '', url: path = '' } = request
      // What is put into storage is a file, not an envelope.
      const body = (method === 'PUT' ? {} : JSON.parse(text)) as Arrival['body']
      const arrival = { method, path, body }
      arrivals.push(arrival)
      state.answer(arrival, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    arrivals,
    answerWith: (answer: Answer) => {
      state.answer = answer
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export const json = (response: ServerResponse, value: unknown, status = 200) => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}
