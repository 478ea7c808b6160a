/** The calls that are measured, each for another person or thing every time. */
import { createHash, randomUUID } from 'node:crypto'
import { generator } from '../local/documents.mjs'

const words =
  '村口的水渠又黑又臭，晚上味道更大，听说是上游养殖场半夜偷排，希望有人来看看，什么时候能解决。'

const lookupHash = () => createHash('sha256').update(randomUUID()).digest('hex')

const reportInput = (regionCode) => ({
  words,
  regionCode,
  place: '村口水渠',
  taskId: null,
  photoIds: [],
  voiceId: null,
  protection: 'hidden',
  lookupHash: lookupHash(),
  contactName: null,
  contactPhone: null,
  consentNoted: false,
})

/** @returns name → a function that makes `{ function, openid, event }` of one call */
export const operationsOn = ({ reporters, coordinator, staff, villages, released, tasks }) => {
  const random = generator(7)
  const below = (count) => Math.floor(random() * count)
  const pick = (values) => values[below(values.length)]
  const reporter = () => `openid-reporter-${below(reporters)}`
  let sent = 0
  /** One after the other: a person may send ten in an hour, and two at once wait for each other. */
  const nextReporter = () => `openid-reporter-${(sent += 1) % reporters}`
  const call = (openid, action, input, more = {}) => ({
    function: action.split('.')[0],
    openid,
    event: { action, input, ...more },
  })
  const as = ({ openid, actAs }, action, input) => call(openid, action, input, { actAs })
  const taskId = () => `task-${String(below(tasks)).padStart(6, '0')}`
  return {
    'create a report': () =>
      call(nextReporter(), 'feedback.submit', reportInput(pick(villages)), {
        idempotencyKey: randomUUID(),
      }),
    'my reports': () => call(reporter(), 'feedback.listMine', {}),
    'public list': () => call(reporter(), 'register.listTasks', { filter: {} }),
    'staff ledger': () => as(coordinator, 'task.listLedger', { filter: {} }),
    'public detail': () => call(reporter(), 'register.getTask', { taskId: pick(released) }),
    'staff detail': () => as(coordinator, 'task.get', { taskId: taskId() }),
    'to-do': () => as(staff, 'notifier.listTodo', {}),
  }
}

/** F0, F1 and F20, called as the others are. */
export const floorsOn = ({ reporters }) => {
  const openid = `openid-reporter-${reporters - 1}`
  return {
    F0: () => ({ function: 'nothing', openid, event: {} }),
    F1: () => ({ function: 'one-document', openid, event: { id: 'task-000001' } }),
    F20: () => ({ function: 'one-page', openid, event: { reader: 'office:city' } }),
  }
}

export const checkedReport = () => ({
  openid: '',
  event: { action: 'feedback.submit', input: reportInput('440902101201') },
})
