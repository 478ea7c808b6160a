import { useMemo, type PropsWithChildren } from 'react'
import { shellWords, tabWords } from '@/copy/shell'
import {
  ShellContext,
  type Shell,
  type TabItem,
} from '@/src/components/frame/page-shell/shell-context'
import { statusBarHeight, useLargeType } from '@/src/platform/device'
import { goBack, wayToTab } from '@/src/platform/navigation'
import { useMembership } from '@/src/platform/use-me'
import { useWide } from '@/src/platform/use-wide'
import type { IconName } from '@/src/components/show/icon/icon-name'
import { OfficeBar } from '@/src/features/office/office-bar'
import { toolsOf } from '@/src/features/office/tools'
import { PhotoViewerHost } from './photo-viewer-host'

const tab = (key: string, text: string, icon: IconName): TabItem => ({
  key,
  text,
  icon,
  ...wayToTab(key),
})

const home = tab('home', tabWords.home, 'home')
const mine = tab('mine', tabWords.mine, 'user')

const residentTabs = [home, tab('register', tabWords.register, 'list'), mine]

const staffTabs = [
  home,
  tab('todo', tabWords.todo, 'box'),
  tab('register', tabWords.tasks, 'list'),
  mine,
]

/** Gives every page's frame the phone's type size, the words, and the tabs of the role. */
export function ShellProvider({ children }: PropsWithChildren) {
  const elder = useLargeType()
  const role = useMembership()?.role
  const staff = role !== undefined
  const framed = useWide() && toolsOf(role).length > 0
  const shell = useMemo<Shell>(
    () => ({
      elder,
      drawsTitleBar: process.env.TARO_ENV === 'h5',
      statusBarHeight: statusBarHeight(),
      tabs: staff ? staffTabs : residentTabs,
      bar: framed ? <OfficeBar /> : null,
      words: shellWords,
      goBack,
    }),
    [elder, staff, framed],
  )
  return (
    <ShellContext.Provider value={shell}>
      {children}
      {process.env.TARO_ENV === 'h5' && <PhotoViewerHost />}
    </ShellContext.Provider>
  )
}
