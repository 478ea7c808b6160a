import { createHash } from 'node:crypto'
import { importTypeScript } from '../build/import-typescript.mjs'

const sha256 = (text) => createHash('sha256').update(text).digest('hex')

const loadChainRules = () => importTypeScript("export * from './domain/audit/chain-file'")

/** The notifier's timer runs every ten minutes: what an act leads to at once is sent by then. */
const untilTold = 10 * 60_000

const minuteOf = (now) => new Date(now + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

const dayOf = (now) => minuteOf(now).slice(0, 10)

const actorOf = ({ openid, membership, village }) => ({
  person: openid,
  role: membership?.[0] ?? 'resident',
  unit: membership?.[1] ?? village,
})

const timers = { person: 'system', role: 'system', unit: 'system', action: 'system.timers' }

/** What the ledger says of a check that was sent: the day they looked, the day the photos were taken. */
const checkDetails = async ({ cycle, taskId, level }, after, person) => {
  const { seenOn, passed, checkers } = after.closeOut.cycles
    .find(({ ordinal }) => ordinal === cycle)
    .checks.find((check) => check.level === level)
  const { items } = await person.call('task.listCheckFiles', { taskId, cycle, level })
  const takenOn = items.flatMap(({ camera }) => (camera ? [dayOf(camera.takenAt)] : []))
  return { level, passed, seenOn, takenOn, signed: checkers.some(({ signed }) => signed) }
}

/** What else is told of some acts, by action. */
const details = {
  'task.reportDone': ({ input }) => ({ part: input.partId }),
  'task.returnDone': ({ input }) => ({ part: input.partId }),
  'enterprise.propose': ({ answer }) => ({ agreement: answer.state }),
  'enterprise.accept': ({ answer }) => ({ agreement: answer.state }),
  'task.verify': ({ input, cycle, after, person }) =>
    checkDetails({ ...input, cycle }, after, person),
  'task.confirmCheck': ({ cycle, after, person }) => {
    const { checks } = after.closeOut.cycles.find(({ ordinal }) => ordinal === cycle)
    const confirmed = checks.find(({ checkers }) =>
      checkers.some(({ name, confirmedOn }) => name === person.name && confirmedOn !== null),
    )
    return { level: confirmed.level }
  },
}

/**
 * Lets people act on one task and writes down what each act made of it: the cycle in which it was done, the state
 * after it, and the messages that went out by the timers' next run.
 */
export const openTeller = ({ client, origin, people, taskId }) => {
  const steps = []
  let told = 0
  let cycle = 1
  const sent = async () => (await fetch(`${origin}/_local/messages`)).json()
  /** What went out since it was asked last. To whom the local cloud tells nobody: it might lead to a reporter. */
  const newMessages = async () => {
    const all = await sent()
    // Newest first.
    const since = all.slice(0, all.length - told).reverse()
    told = all.length
    return since.map(({ title, fields }) => ({
      title,
      words: fields.map(({ value }) => value).join('；'),
    }))
  }
  const look = () => people.coordinator.call('task.get', { taskId })
  const jump = (at) => client.clock.jump(new Date(at).toISOString())

  return {
    taskId,
    client,
    people,
    look,
    /** 2020-03-06, an hour at which offices work. What the timers do until then is a step of theirs. */
    async on(day, hour = '10:00') {
      await client.clock.jump(`${day}T${hour}:00+08:00`)
      const { state } = await look()
      const messages = await newMessages()
      if (steps.length === 0 || (messages.length === 0 && state === steps.at(-1).state)) return
      steps.push({ on: minuteOf(await client.clock.now()), ...timers, cycle, state, messages })
    },
    today: async () => dayOf(await client.clock.now()),
    /** The list that it came with is in the ledger already: its line of the history is the first step. */
    async cameWith(key, action) {
      const { history, state } = await look()
      const on = minuteOf(history.at(-1).at)
      const messages = await newMessages()
      steps.push({ on, ...actorOf(people[key]), action, cycle, state, messages })
    },
    /** One act of one person by key; its answer. */
    async act(key, action, input) {
      const person = people[key]
      const now = await client.clock.now()
      const answer = await person.call(action, input)
      const after = await look()
      await jump(now + untilTold)
      const step = { ...actorOf(person), action, cycle, state: after.state }
      const more = await details[action]?.({ input, answer, cycle, after, person })
      steps.push({ on: minuteOf(now), ...step, messages: await newMessages(), ...more })
      // A rework begins the next: the act that asked for it stands in the one that it ends.
      cycle = after.closeOut?.cycles.at(-1)?.ordinal ?? cycle
      return answer
    },
    /** What was told, and the chain of all of it as a stranger checks it. */
    async end() {
      const { chainFileFormat, readChainFile, verifyChainFile } = await loadChainRules()
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
        const acting = steps.filter(({ role }) => role !== 'system')
        const persons = new Set(acting.map(({ person }) => person)).size
        return { number, state, persons, steps, messages: told, chain: { length, head, broken } }
      }
    },
  }
}
