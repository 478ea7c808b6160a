import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../../show/icon'
import { Shape } from '../../show/shape'
import { Tappable } from '../../tap/tappable'
import './index.scss'

export interface Answer<V extends string> {
  readonly value: V
  readonly text: string
  readonly sign: 'yes' | 'half' | 'no'
}

interface AnswerChoiceProps<V extends string> {
  label: string
  answers: readonly Answer<V>[]
  /** Nothing is preselected. */
  value: V | null
  onChange: (value: V) => void
  /** Shown under the answers, e.g. the word that some answers ask for. */
  children?: ReactNode
}

function Sign({ sign }: { sign: 'yes' | 'half' | 'no' }) {
  if (sign === 'yes') return <Icon name="check" className="ink-green" />
  if (sign === 'no') return <Icon name="x" className="ink-red" />
  return (
    <View className="answer-choice__half" aria-hidden="true">
      <View className="answer-choice__half-fill" />
    </View>
  )
}

/** Equal answers, one below the other, each with its own sign. */
export function AnswerChoice<V extends string>(props: AnswerChoiceProps<V>) {
  const { label, answers, value, onChange, children } = props
  return (
    <View role="radiogroup" aria-label={label}>
      {answers.map((answer) => (
        <Tappable
          key={answer.value}
          role="radio"
          checked={answer.value === value}
          className={`answer-choice ${answer.value === value ? 'answer-choice--on' : ''}`}
          onTap={() => onChange(answer.value)}
        >
          <Sign sign={answer.sign} />
          <View className="grow ml2">{answer.text}</View>
          {answer.value === value && <Shape name="tick" />}
        </Tappable>
      ))}
      {children}
    </View>
  )
}
