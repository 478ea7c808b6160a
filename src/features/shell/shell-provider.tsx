import { useMemo, type PropsWithChildren } from 'react'
import { shellWords, tabWords } from '@/copy/shell'
import { ShellContext, type Shell, type TabItem } from '@/src/components/page-shell/shell-context'
import { statusBarHeight, useLargeType } from '@/src/platform/device'
import { goBack, openTab } from '@/src/platform/navigation'
import { useMembership } from '@/src/platform/use-me'
import { PhotoViewerHost } from './photo-viewer-host'

const residentTabs: readonly TabItem[] = [
  { key: 'home', text: tabWords.home, icon: 'home' },
  { key: 'register', text: tabWords.register, icon: 'list' },
  { key: 'mine', text: tabWords.mine, icon: 'user' },
]

const staffTabs: readonly TabItem[] = [
  { key: 'home', text: tabWords.home, icon: 'home' },
  { key: 'todo', text: tabWords.todo, icon: 'box' },
  { key: 'register', text: tabWords.tasks, icon: 'list' },
  { key: 'mine', text: tabWords.mine, icon: 'user' },
]

/** Gives every page's frame the phone's type size, the words, and the tabs of the role. */
export function ShellProvider({ children }: PropsWithChildren) {
  const elder = useLargeType()
  const staff = useMembership() !== null
  const shell = useMemo<Shell>(
    () => ({
      elder,
      drawsTitleBar: process.env.TARO_ENV === 'h5',
      statusBarHeight: statusBarHeight(),
      tabs: staff ? staffTabs : residentTabs,
      words: shellWords,
      goBack,
      openTab,
    }),
    [elder, staff],
  )
  return (
    <ShellContext.Provider value={shell}>
      {children}
      {process.env.TARO_ENV === 'h5' && <PhotoViewerHost />}
    </ShellContext.Provider>
  )
}
