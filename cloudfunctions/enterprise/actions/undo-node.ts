import { undoNode as undone } from '@/domain/timeline/node-transitions'
import type { Handler } from '../../_kit/handler'
import type { Parts } from '../parts'
import { takeNodeBack } from '../take-node-back'

/** 撤回节点完成 by who reported it, until the self-check. */
export const undoNode = (parts: Parts): Handler<'enterprise.undoNode'> =>
  takeNodeBack('undoNode', undone, null)(parts)
