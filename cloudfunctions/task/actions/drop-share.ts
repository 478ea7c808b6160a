import { dropShare as moved } from '@/domain/task/assignment-transitions'
import { moveShare } from '../move-share'

/** 并入: a share that was sent back ends, and a unit with its own takes its measures. */
export const dropShare = moveShare('dropShare', moved)
