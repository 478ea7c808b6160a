import { reporterActions } from './reporter'
import { deskActions } from './desk'
import { answerActions } from './answer'
import { objectionActions } from './../objection/actions'

export const feedbackActions = {
  ...reporterActions,
  ...deskActions,
  ...answerActions,
  ...objectionActions,
} as const
