import { daysBetween } from '@/domain/calendar/day'
import type { Handler } from '../../_kit/handler'
import type { ObligationStore } from '../../_stores/obligation-store'

/** 待办: what the caller owes in the role they act as, by due day. */
export const listTodo =
  ({ obligations }: { obligations: ObligationStore }): Handler<'notifier.listTodo'> =>
  async ({ cursor }, { actor, today }) => {
    const page = await obligations.page(actor, cursor, today)
    return {
      items: page.items.map(
        ({ id, kind, thing, thingId, node, title, dueOn, provisional, risesOn }) => ({
          ...{ id, kind, thing, thingId, node, title, dueOn, provisional },
          daysLeft: daysBetween(today, dueOn),
          risen: actor.role === 'cityLeader' && risesOn !== null,
        }),
      ),
      cursor: page.cursor,
      overdue: page.overdue,
      dueToday: page.dueToday,
    }
  }
