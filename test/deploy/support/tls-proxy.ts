import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

export interface Answer {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly text: string
}

export interface Asked {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string | Uint8Array
}

/** Ends TLS as a proxy before the service does, and passes everything on from 127.0.0.1. */
export const startProxy = async (folder: string, upstream: () => number, origin: string) => {
  const { host } = new URL(origin)
  execFileSync(process.execPath, [path.join(__dirname, 'make-certificate.mjs'), folder])
  const cert = readFileSync(path.join(folder, 'cert.pem'))
  const key = readFileSync(path.join(folder, 'key.pem'))
  const server = https.createServer({ cert, key }, (request, response) => {
    const onward = http.request(
      {
        port: upstream(),
        agent: false,
        method: request.method,
        path: request.url,
        headers: {
          ...request.headers,
          'x-forwarded-for': '192.0.2.7',
          'x-forwarded-proto': 'https',
        },
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    onward.on('error', () => response.writeHead(502).end())
    request.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  /** As a page of the service asks, unless the headers say otherwise. */
  const ask = (
    where: string,
    { method = 'GET', headers = {}, body }: Asked = {},
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const own = {
        host,
        ...(method !== 'GET' && { origin }),
        ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
        ...headers,
      }
      // A connection of its own: one kept from before may be closed while it is used.
      const options = {
        port,
        method,
        path: where,
        headers: own,
        rejectUnauthorized: false,
        agent: false,
      }
      const request = https.request(options, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => (text += chunk))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        )
      })
      request.on('error', reject)
      request.end(body)
    })
  const close = () => new Promise((resolve) => server.close(resolve).closeAllConnections())
  return { port, ask, close }
}
