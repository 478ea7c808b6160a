import { satisfactionNames } from '@/copy/opinion'
import type { Satisfaction } from '@/domain/opinion/satisfaction'
import { AnswerChoice } from '@/src/components/ask/answer-choice'

const answers = [
  { value: 'satisfied', text: satisfactionNames.satisfied, sign: 'yes' },
  { value: 'half', text: satisfactionNames.half, sign: 'half' },
  { value: 'unsatisfied', text: satisfactionNames.unsatisfied, sign: 'no' },
] as const

interface SatisfactionChoiceProps {
  label: string
  value: Satisfaction | null
  onChange: (value: Satisfaction) => void
}

/** 满意, 一半, 不满意; nothing is preselected. */
export const SatisfactionChoice = (props: SatisfactionChoiceProps) => (
  <AnswerChoice answers={answers} {...props} />
)
