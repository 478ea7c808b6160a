import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { localBarWords as words } from '@/copy/local-bar'
import { messageTemplateNames } from '@/copy/template-names'
import { ActionButton } from '@/src/components/tap/action-button'
import { Shape } from '@/src/components/show/shape'
import { Sheet } from '@/src/components/frame/sheet'
import { Tappable } from '@/src/components/tap/tappable'
import { answerLocalConsent } from '@/src/platform/local-control'
import { answerConsentBy, type ConsentOutcome, type ConsentResult } from '@/src/platform/subscribe'
import { useMe } from '@/src/platform/use-me'
import './consent-sheet.scss'

interface Question {
  readonly ids: readonly string[]
  readonly answer: (results: readonly ConsentResult[]) => void
}

/** Asks in WeChat's place, in its manner: each template on by default, cancel or allow. */
export function ConsentSheet() {
  const [question, setQuestion] = useState<Question | null>(null)
  const [off, setOff] = useState<readonly string[]>([])
  const { me } = useMe()

  useEffect(() => {
    answerConsentBy(
      (ids) =>
        new Promise((answer) => {
          setOff([])
          setQuestion({ ids, answer })
        }),
    )
    return () => answerConsentBy(null)
  }, [])

  const finish = async (allowed: boolean) => {
    if (!question) return
    setQuestion(null)
    const outcomeOf = (id: string): ConsentOutcome =>
      allowed && !off.includes(id) ? 'accept' : 'reject'
    const results = question.ids.map((templateId) => ({
      templateId,
      outcome: outcomeOf(templateId),
    }))
    const outcome = Object.fromEntries(results.map((each) => [each.templateId, each.outcome]))
    await answerLocalConsent(question.ids, outcome).catch(() => undefined)
    question.answer(results)
  }

  const titleOf = (id: string) => {
    const template = me?.consents.find((each) => each.templateId === id)?.template
    return template ? messageTemplateNames[template] : id
  }

  return (
    <Sheet
      open={question !== null}
      title={words.consentTitle}
      onClose={() => void finish(false)}
      foot={
        <View className="two">
          <ActionButton kind="quiet" text={words.refuse} onTap={() => void finish(false)} />
          <ActionButton text={words.allow} onTap={() => void finish(true)} />
        </View>
      }
    >
      <View className="head">{words.consentLine}</View>
      {question?.ids.map((id) => (
        <Tappable
          key={id}
          role="checkbox"
          checked={!off.includes(id)}
          className="consent-sheet__row"
          onTap={() => setOff(off.includes(id) ? off.filter((each) => each !== id) : [...off, id])}
        >
          <View className="grow">{titleOf(id)}</View>
          <View
            className={`consent-sheet__box ${off.includes(id) ? '' : 'consent-sheet__box--on'}`}
          >
            {!off.includes(id) && <Shape name="tick" />}
          </View>
        </Tappable>
      ))}
    </Sheet>
  )
}
