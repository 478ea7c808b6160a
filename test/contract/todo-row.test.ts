import { todoActions } from '@/contract/notifier/todo'
import { obligationKinds } from '@/domain/reminder/kinds'
import { obligationId, thingKinds } from '@/domain/reminder/obligation'

/** As the server makes them: 32 digits for things, and for what a node names. */
const made = 'a0'.repeat(16)
const { output } = todoActions['notifier.listTodo']

test('the to-do takes the name of every obligation, however long its thing, its node and its kind are', () => {
  // One that is refused takes the whole list with it.
  for (const thing of thingKinds)
    for (const kind of obligationKinds)
      for (const node of ['release', made, `${made}-${made}-2019-12-31`]) {
        const row = {
          ...{ id: obligationId(thing, made, kind, node), kind, thing, thingId: made, node },
          ...{ title: 'x', dueOn: '2019-12-31', provisional: false, daysLeft: 1, risen: false },
        }
        const page = { items: [row], cursor: null, overdue: 0, dueToday: 0 }
        expect([row.id, output.safeParse(page).success]).toEqual([row.id, true])
      }
})
