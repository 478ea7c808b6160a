import { existsSync } from 'node:fs'
import path from 'node:path'
import { staffPageOf } from '@/domain/reminder/notice'
import { obligationKinds } from '@/domain/reminder/kinds'
import { thingKinds } from '@/domain/reminder/obligation'
import { whereToDo } from '@/src/features/todo/where-to-do'

const isThere = (page: string) =>
  existsSync(path.resolve(__dirname, '../../src', page, 'index.config.ts'))

test('a to-do of every kind and thing opens a page that is there, by the id of its thing', () => {
  for (const kind of obligationKinds)
    for (const thing of thingKinds) {
      const [page, parameters] = whereToDo({ kind, thing, thingId: 'x' })
      expect([kind, thing, page, isThere(page)]).toEqual([kind, thing, page, true])
      expect(parameters).toEqual({ id: 'x' })
    }
})

test('what rose to the leader opens the thing itself, and not the page on which the office does it', () => {
  const owed = { kind: 'checkSecrecy', thing: 'task', thingId: 'x' } as const
  expect(whereToDo(owed)[0]).toBe('subpackages/office/release')
  expect(whereToDo({ ...owed, risen: true })[0]).toBe('subpackages/unit/task')
})

test('news for who works on a task opens a page that is there', () => {
  const missing = Object.values(staffPageOf).filter(
    (page) => page !== null && !isThere(`subpackages/${page}`),
  )
  expect(missing).toEqual([])
})
