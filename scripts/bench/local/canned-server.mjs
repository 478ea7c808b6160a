/** The least a server can do: reads the body and answers what `doc().get()` of our document would. */
import { createServer } from 'node:http'
import { documentText, generator } from './documents.mjs'

const reply = JSON.stringify({
  requestId: '00000000-0000-4000-8000-000000000000',
  data: { list: [documentText(1, generator(1))] },
  offset: 0,
})
const headers = {
  'content-type': 'application/json; charset=utf-8',
  'content-length': Buffer.byteLength(reply),
}
const server = createServer((request, response) => {
  request.on('data', () => undefined)
  request.on('end', () => response.writeHead(200, headers).end(reply))
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/admin`))
process.on('SIGTERM', () => process.exit(0))
