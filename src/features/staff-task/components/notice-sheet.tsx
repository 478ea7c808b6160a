import { View } from '@tarojs/components'
import { useState } from 'react'
import { noticeDeskWords as words } from '@/copy/notice-desk'
import type { ActionOutput } from '@/contract/actions'
import { SectionHead } from '@/src/components/frame/section-head'
import type { Reading } from '../hooks/use-reading'
import { NoticeEdits } from './notice-edits'
import { type ChosenPiece, NoticePaper } from './notice-paper'

interface NoticeSheetProps {
  id: string
  preview: ActionOutput<'task.previewRelease'>
  reading: Reading | null
  reload: () => Promise<void>
}

/** The notice on a phone, each place with where it comes from: 逐处看. */
export function NoticeSheet({ id, preview, reading, reload }: NoticeSheetProps) {
  const [chosen, choose] = useState<ChosenPiece | null>(null)
  return (
    <View>
      <SectionHead
        text={words.readHead}
        right={reading && words.readSoFar(reading.read.length, reading.left)}
      />
      {reading && <View className="dim mb3">{words.readLine}</View>}
      <NoticePaper {...{ preview, chosen, reading }} sourceUnder onChoose={choose} />
      <NoticeEdits {...{ id, preview, chosen, reload }} />
    </View>
  )
}
