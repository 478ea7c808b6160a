import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { SecrecyStrip } from '../secrecy-strip'
import { ToastHost } from '../toast/toast-host'
import { NavBar } from './nav-bar'
import { useShell } from './shell-context'
import { TabBar } from './tab-bar'
import './index.scss'

interface PageShellProps {
  /** Of the title bar; on weapp the native bar shows the page config's title instead. */
  title: string
  /** Home draws its own bar: the name, and the place in small letters beside it. */
  brand?: { name: string; place: string }
  /** Key of this page's tab; only tab pages have one, and they have no back. */
  tab?: string
  /** Staff pages carry the strip that this is no place for secrets. */
  secrecy?: boolean
  foot?: ReactNode
  /** Body without gutters, e.g. for a full-width table. */
  bare?: boolean
  children: ReactNode
}

/** The root of every phone page: type size, bars, body, foot, safe area, toasts. */
export function PageShell({ title, brand, tab, secrecy, foot, bare, children }: PageShellProps) {
  const shell = useShell()
  const bar = (secrecy || tab) && shell.bar
  const classes = ['page-shell']
  if (shell.elder) classes.push('elder')
  if (shell.drawsTitleBar) classes.push('page-shell--h5')
  if (bar) classes.push('page-shell--framed')
  const strip = secrecy && <SecrecyStrip />
  return (
    <View className={classes.join(' ')}>
      {bar}
      {bar && strip}
      {(bar ? !brand : brand || shell.drawsTitleBar) && (
        <NavBar title={title} brand={brand} back={!tab} />
      )}
      {!bar && strip}
      <View className={`page-shell__body ${bare ? 'page-shell__body--bare' : ''}`}>{children}</View>
      {foot}
      {tab && !bar && <TabBar current={tab} />}
      <ToastHost />
    </View>
  )
}
