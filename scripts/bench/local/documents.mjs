/** The documents every part of `bench:local` works on: about 450 bytes each, always the same ones. */

const states = ['reported', 'assigned', 'underway', 'checked', 'closed', 'returned']
const day = 86_400_000
const firstDay = Date.UTC(2024, 0, 1)

/** Small generator with a fixed seed (mulberry32), so that every run asks the same of the server. */
export function generator(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const problem =
  '河道沿岸堆放建筑垃圾和生活垃圾，部分已滑入水体；雨污分流不彻底，晴天仍有污水自雨水口排出，群众多次反映，镇街巡查未及时发现和制止，整改方案没有落实到人。'

const ejsonDate = (at) => ({ $date: { $numberLong: String(at) } })

/** Document `i` in the SDK's canonical EJSON, as `insertDocument` carries it. */
export function documentText(i, random) {
  const state = states[Math.floor(random() * states.length)]
  const due = firstDay + Math.floor(random() * 700) * day
  return JSON.stringify({
    _id: `task-${String(i).padStart(8, '0')}`,
    number: { $numberInt: String(i) },
    state,
    due: ejsonDate(due),
    unit: `unit-${Math.floor(random() * 300)}`,
    region: `4409${String(Math.floor(random() * 40)).padStart(2, '0')}`,
    title: `第${i}项`,
    problem,
    open: state !== 'closed',
  })
}

const keys = [
  { name: 'by_state_due', keys: [['state', 1], ['due', 1]] }, // prettier-ignore
  { name: 'by_number', keys: [['number', -1]] },
  { name: 'by_unit', keys: [['unit', 1], ['due', -1]] }, // prettier-ignore
]

/** @param indexed whether the collection declares its indexes */
export const schema = (indexed) => ({
  collections: { tasks: { rule: 'ADMINONLY', indexes: indexed ? keys : [] } },
})

const from = firstDay + 300 * day
const until = from + 21 * day

/** What one unit has to finish within three weeks: an equality and a range that some twenty of 200,000 satisfy. */
export const equalityAndRange = (db) => {
  const _ = db.command
  return db
    .collection('tasks')
    .where({ unit: 'unit-7', due: _.gte(new Date(from)).and(_.lt(new Date(until))) })
}

export const sortedPage = (db) => db.collection('tasks').orderBy('number', 'desc').limit(20)

/** The same two questions as the SDK posts them. */
export const requests = {
  equalityAndRange: {
    action: 'database.getDocument',
    collectionName: 'tasks',
    queryType: 'WHERE',
    query: JSON.stringify({
      unit: 'unit-7',
      $and: [{ due: { $gte: ejsonDate(from) } }, { due: { $lt: ejsonDate(until) } }],
    }),
    limit: 100,
  },
  sortedPage: {
    action: 'database.getDocument',
    collectionName: 'tasks',
    queryType: 'WHERE',
    order: JSON.stringify({ number: { $numberInt: '-1' } }),
    limit: 20,
  },
}
