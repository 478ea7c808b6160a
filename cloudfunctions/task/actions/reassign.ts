import { reassign as moved } from '@/domain/task/assignment-transitions'
import { moveShare } from '../move-share'

/** 改派 of a share to another unit, which can do it. */
export const reassign = moveShare('reassign', moved)
