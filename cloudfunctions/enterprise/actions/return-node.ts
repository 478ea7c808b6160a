import { returnNode as returned } from '@/domain/timeline/node-transitions'
import type { Handler } from '../../_kit/handler'
import { newsOfReturnedNode } from '../notices'
import type { Parts } from '../parts'
import { takeNodeBack } from '../take-node-back'

/** 退回节点完成 by the unit: the firm owes it again from its old day. */
export const returnNode = (parts: Parts): Handler<'enterprise.returnNode'> =>
  takeNodeBack('returnNode', returned, newsOfReturnedNode)(parts)
