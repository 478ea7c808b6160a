import { createHash } from 'node:crypto'
import { importTypeScript } from '../build/import-typescript.mjs'

const sha256 = (text) => createHash('sha256').update(text).digest('hex')

const loadChainRules = () => importTypeScript("export * from './domain/audit/chain-file'")

/** Lets people act on one task and writes down what each act made of it. */
export const openTeller = ({ client, origin, people, taskId }) => {
  const steps = []
  let told = 0
  const sent = async () => (await (await fetch(`${origin}/_local/messages`)).json()).length
  /** What went out since is what the last act led to: reminders and news go by the notifier's own timer. */
  const countSent = async () => {
    const all = await sent()
    const last = steps.at(-1)
    if (last) last.messages += all - told
    told = all
  }
  const look = () => people.coordinator.call('task.get', { taskId })
  const minuteOf = (now) =>
    new Date(now + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
  const actorOf = ({ openid, membership, village }) => ({
    person: openid,
    role: membership?.[0] ?? 'resident',
    unit: membership?.[1] ?? village,
  })

  return {
    taskId,
    client,
    people,
    look,
    /** 2020-03-06, an hour at which offices work. */
    on: (day, hour = '10:00') => client.clock.jump(`${day}T${hour}:00+08:00`),
    today: async () => {
      const beijing = new Date((await client.clock.now()) + 8 * 3_600_000)
      return beijing.toISOString().slice(0, 10)
    },
    /** The list that it came with is in the ledger already: its line of the history is the first step. */
    async cameWith(key, action) {
      const { history, state } = await look()
      const on = minuteOf(history.at(-1).at)
      steps.push({ on, ...actorOf(people[key]), action, cycle: 1, state, messages: 0 })
    },
    /** One act of one person by key; its answer. */
    async act(key, action, input) {
      const person = people[key]
      await countSent()
      const answer = await person.call(action, input)
      const { state, closeOut } = await look()
      const now = await client.clock.now()
      steps.push({
        on: minuteOf(now),
        ...actorOf(person),
        action,
        cycle: closeOut?.cycles.at(-1)?.ordinal ?? 1,
        state,
        messages: 0,
        // Looked at on site then, and sent when there was a network again.
        ...(input.seenOn && { seenOn: input.seenOn }),
      })
      return answer
    },
    /** What was told, and the chain of all of it as a stranger checks it. */
    async end() {
      const { chainFileFormat, readChainFile, verifyChainFile } = await loadChainRules()
      await countSent()
      const events = []
      for (;;) {
        const page = await people.coordinator.call('papers.exportChain', {
          taskId,
          after: events.length,
        })
        events.push(...page.events)
        if (events.length < page.length) continue
        const { number, head, length } = page
        const format = chainFileFormat
        const text = JSON.stringify({
          format,
          thing: 'task',
          thingId: taskId,
          number,
          head,
          events,
        })
        const { broken } = verifyChainFile(readChainFile(text), sha256)
        const { state } = await look()
        const persons = new Set(steps.map(({ person }) => person)).size
        return { number, state, persons, steps, messages: told, chain: { length, head, broken } }
      }
    },
  }
}
