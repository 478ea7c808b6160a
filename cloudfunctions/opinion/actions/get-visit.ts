import type { Handler } from '../../_kit/handler'
import { opinionThing } from '../../_stores/opinion-thing'
import { agreedVisit } from '../agreed-visit'
import type { Parts } from '../parts'

/** 上门听村民说, as its page opens: nothing of the person. */
export const getVisit =
  ({ opinions, writer }: Pick<Parts, 'opinions' | 'writer'>): Handler<'opinion.getVisit'> =>
  async ({ opinionId }, call) => {
    const { opinion, visit } = agreedVisit(await opinions.find(opinionId), call.actor)
    return {
      taskId: opinion.taskId,
      number: opinion.taskNumber,
      title: opinion.taskTitle,
      dueOn: visit.dueOn,
      dueProvisional: visit.dueProvisional,
      madeOn: visit.madeOn,
      events: writer.eventsOn(opinionThing, opinion, call),
    }
  }
