import path from 'node:path'
import deployment from '@/cloudbaserc.json'
import { blank, codes, type Ended, rightVariables, run, Tencent } from './support/command'

/** Two deployments of one environment at once: the lock stands in the cloud, where both come by. */
const tencent = new Tencent()
beforeAll(() => tencent.start(), 300_000)
afterAll(() => tencent.stop())

/** Another machine: nothing is kept there of what this one does. */
const elsewhere = {
  ...rightVariables,
  get DEPLOY_FOLDER() {
    return path.join(tencent.folder, 'elsewhere')
  },
}
const refusal = ({ code, err }: Ended) => {
  expect(code).toBe(1)
  return codes(err)[0]
}
const add = '^database\\.(add|insert)Document'

it('of two that ask in the same instant one deploys, and the other changes nothing', async () => {
  await tencent.tell({ cloud: blank, hold: { action: add, of: 2 } })
  const both = [tencent.deploy(['--yes']), tencent.deploy(['--yes'], elsewhere)]
  const ended = await Promise.all(both)
  expect(ended.map(({ code }) => code).sort()).toEqual([0, 1])
  const loser = ended.find(({ code }) => code === 1)!
  expect(refusal(loser)).toBe('DEPLOY.RUNNING')
  expect(loser.err).toContain('另一个部署正在进行')
  const { calls, cloud } = await tencent.tell({ hold: null })
  const made = calls.filter((call) => call === 'CreateFunction')
  expect(made.length).toBe(deployment.functions.length)
  expect(Object.keys(cloud.functions).length).toBe(deployment.functions.length)
}, 240_000)

it('while one is at work nobody else is let in; a dead one holds up other machines only', async () => {
  const args = ['--yes', '--only', 'functions']
  await tencent.tell({ cloud: blank, hold: { action: '^CreateFunction', of: 2 } })
  const { child, ended } = tencent.startDeploy(args)
  await tencent.tell({ untilHeld: true })
  expect(refusal(await tencent.deploy(args))).toBe('DEPLOY.RUNNING')
  expect(refusal(await tencent.deploy(args, elsewhere))).toBe('DEPLOY.RUNNING')
  child.kill('SIGKILL')
  await ended
  expect(refusal(await tencent.deploy(args, elsewhere))).toBe('DEPLOY.RUNNING')
  await tencent.tell({ cloud: blank, hold: null })
  expect(await tencent.deploy(args)).toMatchObject({ code: 0, err: '' })
  expect((await tencent.deploy(args, elsewhere)).out).toContain('没有要改的')
}, 240_000)

it('ends by the server’s clock; one that stood still that long stops before its next step', async () => {
  await tencent.tell({ cloud: { ...blank, tables: { deployment: [] } } })
  const { out, err } = await run('test/deploy/support/lost-lock.mjs', [], tencent.env)
  expect(err).toBe('')
  expect(JSON.parse(out)).toEqual({
    whileHeld: 'DEPLOY.RUNNING',
    afterItEnded: 'goes on',
    theOneThatStoodStill: 'DEPLOY.RUNNING',
    theOneInItsPlace: 'goes on',
    afterAForeignFree: 'goes on',
    afterItsOwn: 'goes on',
  })
})
