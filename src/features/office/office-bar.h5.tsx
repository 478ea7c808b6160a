import { View } from '@tarojs/components'
import { officeBarWords as words } from '@/copy/todo'
import { brandName } from '@/copy/shell'
import { TextLink } from '@/src/components/tap/text-link'
import { WideBar } from '@/src/components/frame/wide-shell/wide-bar'
import { currentRoute, wayTo, wayToTab } from '@/src/platform/navigation'
import { useMembership } from '@/src/platform/use-me'
import type { OfficeBarProps } from './office-bar'
import { toolsOf } from './tools'

const todo = { key: 'todo', text: words.todo, page: 'pages/todo', ...wayToTab('todo') }

/** The ways to what this role works with, on every page of its own. */
export function OfficeBar({ current }: OfficeBarProps) {
  const membership = useMembership()
  const route = currentRoute()
  const nav = [
    todo,
    ...toolsOf(membership?.role).map(({ key, page }) => ({
      key,
      text: words[key],
      page,
      ...wayTo(page),
    })),
  ]
  return (
    <WideBar
      brand={{ key: 'home', text: brandName, ...wayToTab('home') }}
      nav={nav}
      current={current ?? nav.find(({ page }) => route === `${page}/index`)?.key ?? null}
      right={
        <>
          {membership && <View className="sub">{membership.unit.name}</View>}
          <TextLink lead="swap" text={words.switch} {...wayToTab('mine')} />
        </>
      }
    />
  )
}
