import { View } from '@tarojs/components'
import { useState } from 'react'
import { gallery as g } from '@/copy/gallery'
import { AnswerChoice } from '@/src/components/ask/answer-choice'
import { BeforeAfter } from '@/src/components/show/before-after'
import { Card } from '@/src/components/show/card'
import { CodeCard } from '@/src/components/show/code-card'
import { LegalFoot } from '@/src/components/frame/legal-foot'
import { NoteBlock } from '@/src/components/show/note-block'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { StateChip } from '@/src/components/show/state-chip'
import { TextLink } from '@/src/components/tap/text-link'
import { Timeline } from '@/src/components/show/timeline'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { after, before } from './photos'

const say = () => toast(g.buttons.said)

/** What a resident meets: progress, code, timeline, answer, foot. */
export function ResidentPart() {
  const [answer, setAnswer] = useState<'good' | 'half' | 'bad' | null>(null)
  return (
    <>
      <View className="title">{g.answered.title}</View>
      <Card className="mt4">
        <StateChip tone="green" shape="tick" word={g.words.trueMatter} />
        <View className="mt3 mb4">{g.answered.text}</View>
        <BeforeAfter
          onView={say}
          photos={[
            {
              label: g.answered.before,
              date: g.answered.beforeDate,
              src: before,
              alt: g.answered.before,
            },
            {
              label: g.answered.after,
              date: g.answered.afterDate,
              src: after,
              alt: g.answered.after,
            },
          ]}
        />
      </Card>
      <View className="mt4">
        <AnswerChoice
          label={g.answered.label}
          value={answer}
          onChange={setAnswer}
          answers={[
            { value: 'good', text: g.answered.good, sign: 'yes' },
            { value: 'half', text: g.answered.half, sign: 'half' },
            { value: 'bad', text: g.answered.bad, sign: 'no' },
          ]}
        />
      </View>
      <View className="between mt2">
        <TextLink lead="clock" text={g.answered.history} onTap={say} />
        <TextLink lead="phone" text={g.answered.call} onTap={say} />
      </View>
      <CodeCard
        codes={[
          { label: g.codes.number, value: '2020-0103-418' },
          { label: g.codes.code, value: 'K7M4 94QX' },
        ]}
        hint={g.codes.hint}
        onCopy={say}
      />
      <Card padding="high">
        <Timeline
          nodes={[
            {
              key: '1',
              state: 'done',
              name: g.nodes.received,
              date: g.nodes.days[0],
              line: g.nodes.receivedLine,
            },
            {
              key: '2',
              state: 'waiting',
              name: g.nodes.wait,
              date: g.nodes.days[1],
              line: g.nodes.waitLine,
            },
            {
              key: '3',
              state: 'now',
              name: g.nodes.now,
              date: g.nodes.days[2],
              line: g.agriculture,
            },
            {
              key: '4',
              state: 'todo',
              name: g.nodes.todo,
              date: g.nodes.days[3],
              line: g.nodes.todoLine,
            },
          ]}
        />
      </Card>
      <View className="mt3">
        <NoteBlock icon="lock">{g.notes.lock}</NoteBlock>
      </View>
      <Card rows className="mt3">
        <Row icon="clock" name={g.progress.name} line={g.progress.facts} onTap={say} />
        <Row icon="eye" name={g.exposure} value="3" onTap={say} />
      </Card>
      <SectionHead
        text={g.myVillage}
        right={<TextLink text={g.village} go="right" onTap={say} />}
      />
      <Card rows>
        <Row
          name={g.ditch}
          line={[g.townGov, g.by.june]}
          under={<StateChip tone="blue" shape="dot" word={g.words.onPlan} />}
          onTap={say}
        />
        <Row
          name={g.farm}
          line={[g.agriculture, g.by.december]}
          under={<StateChip tone="amber" shape="sand" word={g.words.notice} />}
          onTap={say}
        />
      </Card>
      <LegalFoot
        links={g.legal.links.map((text) => ({ text, onTap: say }))}
        lines={g.legal.lines}
      />
    </>
  )
}
