import { id, text } from '../../fields'

/** Names a part within its task: ids of measure, unit and milestone in it. */
export const partId = text(200)

export const onPart = { taskId: id, partId }
