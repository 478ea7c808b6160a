import { sdk, testCloud } from './cloud'
import type { TestCloud } from './cloud'

/** The SDK's commands, for tables that are written down before any server runs. */
const offline = sdk({ endpoint: 'http://127.0.0.1:9/admin', envId: 'unused' }).database()

type Operators = Record<string, (argument?: unknown) => unknown>

/** `db.command.aggregate`, without the types that would keep wrong arguments out. */
export const $ = offline.command.aggregate as unknown as Operators

export const { command: _ } = offline

/** What a case expects instead of a value. */
export class Refused {
  constructor(readonly message: string | RegExp) {}
}

export const refused = (message: string | RegExp) => new Refused(message)

/** The field is not there at all. */
export const MISSING = Symbol('missing')

export interface RawPipeline {
  end: () => Promise<{ data: unknown[] }>
}

/** Runs a pipeline as it stands. */
export async function runRaw(
  { db }: TestCloud,
  collection: string,
  stages: unknown[],
): Promise<unknown[]> {
  const options = db.collection(collection) as unknown as {
    options: (given: unknown) => { aggregate: (pipeline: unknown[]) => RawPipeline }
  }
  return (await options.options({ raw: true }).aggregate(stages).end()).data
}

async function outcome(work: Promise<unknown>): Promise<unknown> {
  try {
    return await work
  } catch (error) {
    return error
  }
}

export function expectRefusal(error: unknown, { message }: Refused): void {
  const { code, message: text } = error as { code?: unknown; message?: unknown }
  // The whole error shows when the call went through.
  expect({ code, error }).toEqual({ code: 'DATABASE_REQUEST_FAILED', error })
  if (typeof message === 'string') expect(text).toBe(message)
  else expect(text).toMatch(message)
}

let cloud: Promise<TestCloud> | null = null

/** One cloud for all cases of a file, with one document to start from. */
async function seeded(): Promise<TestCloud> {
  const test = await testCloud()
  await test.db.createCollection('seed')
  await test.db.collection('seed').add({ _id: 'only' } as never)
  return test
}

/** A case: what it shows, the expression, what it gives, and the document it is evaluated for. */
export type ExpressionCase = readonly [
  title: string,
  expression: unknown,
  expected: unknown,
  document?: Record<string, unknown>,
]

/** Evaluates each expression through the SDK and compares value or refusal. */
export function expressionCases(theme: string, cases: readonly ExpressionCase[]): void {
  describe(theme, () => {
    it.each(cases)('%s', async (_title, expression, expected, document = {}) => {
      cloud ??= seeded()
      const answer = await outcome(
        runRaw(await cloud, 'seed', [
          { $replaceRoot: { newRoot: { $literal: document } } },
          { $replaceRoot: { newRoot: { value: expression } } },
        ]),
      )
      if (expected instanceof Refused) expectRefusal(answer, expected)
      else expect(answer).toStrictEqual([expected === MISSING ? {} : { value: expected }])
    })
  })
}

/** A case: what it shows, the documents, the stages, and what they give. */
export type PipelineCase = readonly [
  title: string,
  documents: ReadonlyArray<Record<string, unknown>>,
  stages: unknown[],
  expected: unknown,
]

/** Runs each pipeline over documents of its own and compares results, in their order, or refusal. */
export function pipelineCases(theme: string, cases: readonly PipelineCase[]): void {
  describe(theme, () => {
    it.each(cases)('%s', async (_title, documents, stages, expected) => {
      cloud ??= seeded()
      const answer = await outcome(
        runRaw(await cloud, 'seed', [
          { $replaceRoot: { newRoot: { $literal: { all: documents } } } },
          { $unwind: '$all' },
          { $replaceRoot: { newRoot: '$all' } },
          ...stages,
          { $limit: 1000 },
        ]),
      )
      if (expected instanceof Refused) expectRefusal(answer, expected)
      else expect(answer).toStrictEqual(expected)
    })
  })
}
