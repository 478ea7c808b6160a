import { takeTurns } from '@/cloudfunctions/_stores/system-turns'
import {
  copiedFrom,
  type TimelineRecord,
  timelineThing,
} from '@/cloudfunctions/_stores/timeline-thing'
import { workCalendar } from '@/cloudfunctions/_kit/work-calendar'
import { task, timeline } from '../../domain/builders'
import { startApp, type TestApp } from '../../support/app'
import { at, writerOn } from '../notifier/engine'
import { openDatabase } from '../task/ledger'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const talks = {
  ...timeline(),
  ...copiedFrom(task()),
  technicalPlan: null,
} satisfies TimelineRecord
const dueOn = (turnOn: string, howMany: number) =>
  Array.from({ length: howMany }, (_, place) => ({
    ...talks,
    _id: `${turnOn}-${String(place).padStart(3, '0')}`,
    by: { turnOn },
  }))

test('the system comes to everything whose day has come, once, also where a day is longer than a page', async () => {
  const database = openDatabase(app)
  const due = [...dueOn('2019-11-15', 7), ...dueOn('2019-11-16', 130), ...dueOn('2019-11-18', 5)]
  for (let start = 0; start < due.length; start += 100)
    await database.createMany('timelines', due.slice(start, start + 100))
  await database.createMany('timelines', dueOn('2019-11-19', 3))
  const looked: string[] = []
  const turn = {
    // What is not ready stays where it is: the next page begins behind it.
    isReady: async ({ id }: { readonly id: string }) => {
      looked.push(id)
      return false
    },
    decide: () => null,
  }
  const writer = writerOn(database, workCalendar)
  await takeTurns(writer, timelineThing, turn, at('2019-11-18T12:00'))
  expect(looked).toEqual(due.map(({ _id }) => _id))
})
