import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { localBarWords as words } from '@/copy/local-bar'
import { clockTime, fullDay } from '@/copy/moment'
import { beijingDay } from '@/domain/calendar/day'
import { Icon } from '@/src/components/show/icon'
import { Sheet } from '@/src/components/frame/sheet'
import { Tappable } from '@/src/components/tap/tappable'
import { useDemonstration } from '../use-demonstration'
import { ConsentSheet } from './consent-sheet'
import { LocalPanel } from './local-panel'
import './local-bar.scss'

/** A thin strip above the page: who, when, and the tools behind it. H5 local builds only. */
export default function LocalBar() {
  const [open, setOpen] = useState(false)
  const demonstration = useDemonstration(open)
  useEffect(() => {
    document.body.classList.add('with-local-bar')
    return () => document.body.classList.remove('with-local-bar')
  }, [])
  const { person, now } = demonstration
  const who = person ? `${person.name} ${person.roleText}` : words.stranger
  const when = now === null ? null : `${fullDay(beijingDay(now))} ${clockTime(now)}`
  return (
    <View className="local-bar">
      <Tappable
        className="local-bar__strip"
        label={[words.strip, who, when, words.open].filter(Boolean).join(' ')}
        onTap={() => setOpen(true)}
      >
        <View className="local-bar__name">{words.strip}</View>
        <View className="local-bar__fact grow">{who}</View>
        {when && <View className="local-bar__fact">{when}</View>}
        <Icon name="down" size="xs" />
      </Tappable>
      <Sheet open={open} title={words.title} onClose={() => setOpen(false)}>
        <LocalPanel demonstration={demonstration} />
      </Sheet>
      <ConsentSheet />
    </View>
  )
}
