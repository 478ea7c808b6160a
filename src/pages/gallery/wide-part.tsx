import { View } from '@tarojs/components'
import { useState } from 'react'
import { gallery as g } from '@/copy/gallery'
import { ActionButton } from '@/src/components/tap/action-button'
import { RadioList } from '@/src/components/ask/choice/radio-list'
import { SourcePane } from '@/src/components/show/source-pane'
import { TextLink } from '@/src/components/tap/text-link'
import { UnsureField } from '@/src/components/ask/unsure-field'
import { WidePane, WideShell } from '@/src/components/frame/wide-shell'
import { WideBar } from '@/src/components/frame/wide-shell/wide-bar'

const nothing = () => undefined

/** The office's import review at 1440. */
export function WidePart() {
  const [current, setCurrent] = useState<number | null>(1)
  const [choice, setChoice] = useState<string | null>('0')
  return (
    <WideShell
      bar={
        <WideBar
          brand={{ key: 'brand', text: g.title, onTap: nothing }}
          nav={g.wide.nav.map((text) => ({ key: text, text, onTap: nothing }))}
          current={g.wide.nav[1]}
          right={
            <>
              <View className="sub">{g.wide.who}</View>
              <TextLink lead="swap" text={g.wide.swap} onTap={nothing} />
            </>
          }
        />
      }
    >
      <WidePane kind="list">
        <View className="head">{g.wide.title}</View>
      </WidePane>
      <WidePane kind="main">
        <View className="title mb4">{g.wide.title}</View>
        <SourcePane
          current={current}
          onPick={setCurrent}
          paragraphs={[
            {
              key: '1',
              pieces: [
                { text: g.wide.label, mark: 'label' },
                { text: g.wide.read, mark: 'read' },
                { text: g.wide.comma },
                { text: g.wide.unsure, mark: 'unsure', no: 3 },
              ],
            },
            {
              key: '2',
              pieces: [
                { text: g.wide.dueLabel, mark: 'label' },
                { text: g.wide.due, mark: 'unsure', no: 1 },
              ],
            },
            { key: '3', outside: true, pieces: [{ text: g.wide.next }] },
          ]}
        />
      </WidePane>
      <WidePane
        kind="side"
        foot={<ActionButton text={g.wide.confirm} blocked={g.buttons.blocked} onTap={nothing} />}
      >
        <View className="head mb3">{g.wide.unsureTitle}</View>
        <UnsureField no={1} name={g.wide.field} reason={g.wide.reason}>
          <RadioList
            label={g.wide.field}
            value={choice}
            onChange={setChoice}
            options={g.wide.options.map((text, index) => ({
              value: String(index),
              text,
              hint: index === 0 ? g.wide.hint : undefined,
              key: String(index + 1),
            }))}
          />
        </UnsureField>
        <UnsureField
          no={4}
          decided
          name={g.wide.decided}
          reason={g.wide.decidedReason}
          right={<TextLink text={g.wide.change} onTap={nothing} />}
        />
      </WidePane>
    </WideShell>
  )
}
