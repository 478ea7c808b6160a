/** The least that a server of a report's receipt can do: reads the body and checks it by the contract. */
import { createServer } from 'node:http'
import { createRequire } from 'node:module'

const { actions } = createRequire(import.meta.url)(process.argv[2])

const answer = (body) => {
  const { action, input } = JSON.parse(body)
  return { ok: actions[action].input.safeParse(input).success }
}

const server = createServer((request, response) => {
  const chunks = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    const reply = JSON.stringify(answer(Buffer.concat(chunks).toString('utf8')))
    response
      .writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(reply),
      })
      .end(reply)
  })
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/admin`))
process.on('SIGTERM', () => process.exit(0))
