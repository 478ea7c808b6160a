import { createServer } from 'node:net'

const isFree = (port) =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })

/** The first free port from `wanted` on; says which ones are taken. */
export const freePort = async (wanted) => {
  for (let port = wanted; port < wanted + 50; port += 1) {
    if (await isFree(port)) return port
    console.log(`端口 ${port} 被占用，改用下一个。Port ${port} is taken, trying the next.`)
  }
  throw new Error(`端口 ${wanted}–${wanted + 49} 都被占用。No free port.`)
}
