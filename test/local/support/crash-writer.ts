import { Agent, request } from 'node:http'

export interface Stored {
  v: number
  text: string
}
/** Documents that one writer has changed together: id → new state, null for a removal. */
export type Change = Map<string, Stored | null>

/** Documents that a writer keeps at most. */
const MOST = 30

/** The server has said no, which also promises that nothing was changed. */
class Refused extends Error {}

export type Random = () => number

/** Mulberry32: the same seed gives the same operations. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A writer with documents of its own and one request at a time, which knows what must be stored. */
export class CrashWriter {
  /** What the server has acknowledged. */
  readonly stored = new Map<string, Stored>()
  /** Sent but not answered when the server died: stored whole or not at all. */
  unanswered: Change | null = null
  acknowledged = 0
  refused = 0
  private next = 0
  private agent = new Agent({ keepAlive: true })

  constructor(
    readonly name: string,
    private readonly random: Random,
  ) {}

  /** Writes until the server is gone. */
  async run(endpoint: string, onAcknowledged: () => void): Promise<void> {
    const agent = new Agent({ keepAlive: true })
    this.agent = agent
    try {
      for (;;) {
        try {
          await this.writeOnce(endpoint)
          this.acknowledged += 1
          onAcknowledged()
        } catch (error) {
          if (!(error instanceof Refused)) return
          this.refused += 1
          this.unanswered = null
        }
      }
    } finally {
      agent.destroy()
    }
  }

  private async writeOnce(endpoint: string): Promise<void> {
    // Few documents, so that a snapshot soon pays again.
    const pick = this.stored.size > MOST ? 0.85 : this.random()
    if (pick < 0.55) await this.insert(endpoint, 1)
    else if (pick < 0.65) await this.insert(endpoint, 3)
    else if (pick < 0.8) await this.update(endpoint)
    else if (pick < 0.88) await this.remove(endpoint)
    else await this.transaction(endpoint)
  }

  private document(): [string, Stored] {
    const text = 'x'.repeat(Math.floor(this.random() * 300))
    return [`${this.name}-${this.next++}`, { v: 0, text }]
  }

  private any(): string | null {
    const ids = [...this.stored.keys()]
    return ids[Math.floor(this.random() * ids.length)] ?? null
  }

  private insert(endpoint: string, count: number): Promise<void> {
    const change: Change = new Map(Array.from({ length: count }, () => this.document()))
    const data = [...change].map(([_id, fields]) => JSON.stringify({ _id, ...fields }))
    return this.decide(change, () => this.ask(endpoint, 'insertDocument', { data }))
  }

  private async update(endpoint: string): Promise<void> {
    const id = this.any()
    if (id === null) return
    const change = this.incremented(id)
    await this.decide(change, () => this.ask(endpoint, 'modifyDocument', increment(id)))
  }

  private async remove(endpoint: string): Promise<void> {
    const id = this.any()
    if (id === null) return
    await this.decide(new Map([[id, null]]), () =>
      this.ask(endpoint, 'removeDocument', removal(id)),
    )
  }

  private incremented(id: string): Change {
    const before = this.stored.get(id) as Stored
    return new Map([[id, { ...before, v: before.v + 1 }]])
  }

  /** Inserts two documents, and changes and removes one each where there are any. */
  private async transaction(endpoint: string): Promise<void> {
    const { transactionId } = await this.ask(endpoint, 'startTransaction', {})
    const within = { transactionId }
    const change: Change = new Map([this.document(), this.document()])
    const data = [...change].map(([_id, fields]) => JSON.stringify({ _id, ...fields }))
    await this.ask(endpoint, 'insertDocument', { data, ...within })
    const [changed, removed] = [this.any(), this.any()]
    if (changed !== null && removed !== null && changed !== removed) {
      await this.ask(endpoint, 'modifyDocument', { ...increment(changed), ...within })
      await this.ask(endpoint, 'removeDocument', { ...removal(removed), ...within })
      for (const [id, state] of this.incremented(changed)) change.set(id, state)
      change.set(removed, null)
    }
    // Before the commit is sent nothing of it may ever be found.
    await this.decide(change, () => this.ask(endpoint, 'commitTransaction', within))
  }

  private async decide(change: Change, send: () => Promise<unknown>): Promise<void> {
    this.unanswered = change
    await send()
    this.unanswered = null
    apply(this.stored, change)
  }

  private async ask(endpoint: string, action: string, parameters: object) {
    const body = { action: `database.${action}`, collectionName: 'c', ...parameters }
    const answer = await post(endpoint, body, this.agent)
    if (answer.code) throw new Refused(`${String(answer.code)}: ${String(answer.message)}`)
    return answer
  }
}

const only = (id: string) => ({
  query: JSON.stringify({ _id: id }),
  queryType: 'DOC',
  multi: false,
})
const removal = (id: string) => only(id)
const increment = (id: string) => ({
  ...only(id),
  data: JSON.stringify({ $inc: { v: 1 } }),
  merge: true,
  upsert: false,
})

export function apply(stored: Map<string, Stored>, change: Change): void {
  for (const [id, state] of change) {
    if (state === null) stored.delete(id)
    else stored.set(id, state)
  }
}

/** One request as JSON; rejects when the connection ends before the answer. */
export function post(
  url: string,
  body: unknown,
  agent: Agent,
  method = 'POST',
): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' }
    const sent = request(url, { method, agent, headers }, (answer) => {
      let text = ''
      answer.on('data', (chunk: Buffer) => (text += String(chunk)))
      answer.on('error', reject)
      answer.on('end', () => {
        try {
          resolve(JSON.parse(text) as Record<string, unknown>)
        } catch (error) {
          reject(error as Error)
        }
      })
    })
    sent.on('error', reject)
    sent.end(JSON.stringify(body))
  })
}
