import { post } from './support/cloud'
import { Collections } from './support/collections'
import type { Fields } from './support/collections'
import { Fuzzer, generator } from './support/fuzzer'

/** Requests thrown at the server; set FUZZ_ROUNDS for more, FUZZ_SEED to repeat a run. */
const ROUNDS = Number(process.env.FUZZ_ROUNDS ?? 4000)
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)

const CODES = new Set([
  undefined,
  'INVALID_ACTION',
  'INVALID_PARAM',
  'DATABASE_REQUEST_FAILED',
  'DATABASE_COLLECTION_NOT_EXIST',
  'DATABASE_COLLECTION_ALREADY_EXIST',
  'DATABASE_TRANSACTION_FAIL',
  'DATABASE_TRANSACTION_CONFLICT',
  'ResourceUnavailable.TransactionBusy',
])

describe('a server that is sent nonsense', () => {
  it(`answers ${ROUNDS} random requests with 200, JSON and a known code, and goes on (seed ${SEED})`, async () => {
    const cloud = await Collections.open({ lockWaitMs: 2 })
    const documents = [
      { _id: 'a', a: 1, l: [1, 2, { k: 1 }], o: { p: 'x' } },
      { _id: 'b', a: 'x', l: [], at: new Date(5) },
      { _id: 'c', a: null, place: { type: 'Point', coordinates: [1, 2] } },
    ]
    const collection = await cloud.with(documents)
    const begin = async () =>
      (await post(cloud.test.cloud, { action: 'database.startTransaction' }))
        .transactionId as string
    const transactions = [await begin(), await begin()]
    const fuzzer = new Fuzzer(generator(SEED), collection.name, transactions)
    const counts = new Map<unknown, number>()
    for (let round = 0; round < ROUNDS; round++) {
      const body = fuzzer.body()
      const answer = await post(cloud.test.cloud, body)
      const known =
        CODES.has(answer.code as string | undefined) && typeof answer.requestId === 'string'
      if (!known)
        throw new Error(
          `seed ${SEED}: ${JSON.stringify(body)} was answered ${JSON.stringify(answer)}`,
        )
      counts.set(answer.code, (counts.get(answer.code) ?? 0) + 1)
      // Keeps the collection small, and locks of random transactions from making plain writes wait.
      if (round % 50 === 49) {
        for (const transactionId of transactions.splice(0))
          await post(cloud.test.cloud, { action: 'database.abortTransaction', transactionId })
        await collection.where({}).remove()
        await collection.add(documents as never)
        transactions.push(await begin(), await begin())
      }
    }
    expect(counts.get(undefined)).toBeGreaterThan(ROUNDS / 10)
    expect(counts.get('DATABASE_REQUEST_FAILED')).toBeGreaterThan(ROUNDS / 10)
    expect(counts.get('INVALID_PARAM')).toBeGreaterThan(ROUNDS / 50)
    expect(cloud.test.log.filter((line) => line.includes('failed:'))).toEqual([])
    for (const transactionId of transactions)
      await post(cloud.test.cloud, { action: 'database.abortTransaction', transactionId })
    await collection.doc('fresh').set({ alive: true })
    expect((await collection.doc('fresh').get()).data).toEqual([{ _id: 'fresh', alive: true }])
    expect(({} as Fields).polluted).toBeUndefined()
  }, 240_000)
})
