import { maxDraftWords } from '@/contract/task/limits'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { consultWords as words } from '@/copy/consult'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import { useAct } from '@/src/acting/use-act'
import { ActionButton } from '@/src/components/tap/action-button'
import { ChoicePair } from '@/src/components/ask/choice'
import { FootBar } from '@/src/components/frame/foot-bar'
import { NoteBlock } from '@/src/components/show/note-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { SectionHead } from '@/src/components/frame/section-head'
import { TextLink } from '@/src/components/tap/text-link'
import { type Draft, useDraft } from '@/src/platform/use-draft'
import type { Consultation, StaffTask } from '../staff-task'
import { DraftMeasures } from './draft-measures'
import { SaidOnDraft } from './said-on-draft'

export interface SaidDraft {
  readonly view: 'agrees' | 'objects' | null
  readonly words: string
}

/** Why what is said of a draft cannot be sent yet. */
export const blockedSaying = ({ view, words: text }: SaidDraft) =>
  blockedBy(
    view === null && words.choiceNeeded,
    view === 'objects' && text.trim() === '' && words.wordsNeeded,
    view !== 'agrees' && tooLong(text, maxDraftWords),
  )

/** As it is sent: words that are not shown are not sent. */
export const saidOf = ({ view, words: text }: SaidDraft) => ({
  agrees: view === 'agrees',
  words: view === 'agrees' ? '' : text.trim(),
})

interface SayingFieldsProps {
  draft: Pick<Draft<SaidDraft>, 'value' | 'kept' | 'generation'>
  onChange: (part: Partial<SaidDraft>) => void
}

/** 没有意见 or 有意见, with words. */
export function SayingFields({ draft, onChange }: SayingFieldsProps) {
  return (
    <View>
      <ChoicePair
        label={words.say}
        options={[
          { value: 'agrees', text: words.agrees },
          { value: 'objects', text: words.objects },
        ]}
        value={draft.value.view}
        onChange={(view) => onChange({ view })}
      />
      {draft.value.view !== 'agrees' && (
        <View className="mt3">
          <DraftBox
            draft={draft}
            label={words.words}
            text={draft.value.words}
            max={maxDraftWords}
            height={96}
            onInput={(text) => onChange({ words: text })}
          />
        </View>
      )}
    </View>
  )
}

interface DraftOpinionProps {
  task: StaffTask
  consultation: Consultation
  notice: ReactNode
  reload: () => Promise<void>
}

/** 提意见: a village's body or a firm reads the draft, speaks, and reads the answer. */
export function DraftOpinion({ task, consultation, notice, reload }: DraftOpinionProps) {
  const act = useAct(reload)
  const [own] = consultation.opinions
  const can = task.events.includes('sayOnDraft')
  const draft = useDraft<SaidDraft>(`draftOpinion.${task.id}`, { view: null, words: '' })
  // What was said stands; the form opens again to change it.
  const isOpen = can && (!own || draft.kept !== null)
  const send = () => {
    const said = { taskId: task.id, ...saidOf(draft.read()) }
    void act.run(deed('task.sayOnDraft', said, { told: words.sent }), draft)
  }
  return (
    <PageShell
      title={words.title}
      secrecy
      foot={
        isOpen && (
          <FootBar>
            <ActionButton
              text={own ? words.sendAgain : words.send}
              busy={act.busy}
              blocked={blockedSaying(draft.value)}
              onTap={send}
            />
          </FootBar>
        )
      }
    >
      {notice}
      <RefusalNote text={act.refusal} />
      <DraftMeasures task={task} />
      {own && (
        <View>
          <SectionHead text={words.mine} />
          <SaidOnDraft opinion={own} name={own.unitName ?? ''} />
          {can && !isOpen && (
            <View className="mt2">
              <TextLink
                text={words.change}
                onTap={() =>
                  draft.change({ view: own.agrees ? 'agrees' : 'objects', words: own.words })
                }
              />
            </View>
          )}
        </View>
      )}
      {isOpen && (
        <View>
          <SectionHead text={words.say} />
          <RestoredNote draft={draft} />
          <SayingFields draft={draft} onChange={draft.change} />
          <View className="mt4">
            <NoteBlock icon="lock">{words.apart}</NoteBlock>
          </View>
        </View>
      )}
      {!can && (
        <View className="mt4">
          <NoteBlock icon="info">{words.done}</NoteBlock>
        </View>
      )}
    </PageShell>
  )
}
