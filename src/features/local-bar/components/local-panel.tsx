import { keysOf } from '@/domain/known'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { localBarWords as words } from '@/copy/local-bar'
import { ReasonOptions } from '@/src/components/ask/choice'
import { NoteBlock } from '@/src/components/show/note-block'
import type { Demonstration } from '../use-demonstration'
import { ClockPanel } from './clock-panel'
import { MessagePanel } from './message-panel'
import { PeoplePanel } from './people-panel'

type Tab = keyof typeof words.tabs
const tabs = keysOf(words.tabs)

/** The demonstration's three tools. */
export function LocalPanel({ demonstration }: { demonstration: Demonstration }) {
  const [tab, setTab] = useState<Tab>('people')
  return (
    <View>
      <ReasonOptions
        label={words.title}
        value={tab}
        onChange={setTab}
        options={tabs.map((value) => ({ value, text: words.tabs[value] }))}
      />
      {demonstration.failed && (
        <View className="mt3">
          <NoteBlock icon="alert" tone="amber">
            {words.unreachable}
          </NoteBlock>
        </View>
      )}
      <View className="mt3">
        {tab === 'people' && <PeoplePanel demonstration={demonstration} />}
        {tab === 'clock' && <ClockPanel demonstration={demonstration} />}
        {tab === 'messages' && <MessagePanel messages={demonstration.messages} />}
      </View>
    </View>
  )
}
