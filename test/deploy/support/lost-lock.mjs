/** A deployment that stood still for an hour, and one that goes on in its place; prints what each is told. */
import { CloudLock } from '../../../scripts/deploy/cloud-lock.mjs'

const {
  https_proxy,
  TENCENTCLOUD_SECRETID: secretId,
  TENCENTCLOUD_SECRETKEY: secretKey,
} = process.env
const lockOf = (place) =>
  new CloudLock({
    envId: 'zheng-gai-1',
    credentials: { secretId, secretKey, token: '' },
    env: { https_proxy },
    place,
  })
const told = (work) =>
  work.then(
    () => 'goes on',
    (error) => error.code ?? String(error.stack),
  )

const first = lockOf('here')
const second = lockOf('elsewhere')
const said = {}
await first.take()
said.whileHeld = await told(second.take())
// As the server sees it, once the time of the first has run out.
await first.documents.doc('deploying').update({ until: new Date(0) })
said.afterItEnded = await told(second.take())
const { now } = Date
Date.now = () => now() + 3_600_000
said.theOneThatStoodStill = await told(first.renew())
said.theOneInItsPlace = await told(second.renew())
await first.free()
said.afterAForeignFree = await told(second.renew())
await second.free()
said.afterItsOwn = await told(first.take())
await first.free()
console.log(JSON.stringify(said))
