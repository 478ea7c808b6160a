import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { importWords, officeNav } from '@/copy/import-review'
import { brandName } from '@/copy/shell'
import { TextLink } from '@/src/components/text-link'
import { WideShell } from '@/src/components/wide-shell'
import { wayTo, wayToTab } from '@/src/platform/navigation'
import { useMembership } from '@/src/platform/use-me'

const pages = {
  imports: 'subpackages/office/imports',
  ledger: 'subpackages/unit/ledger',
  desk: 'subpackages/unit/desk',
  callList: 'subpackages/office/call-list',
} as const

type NavKey = keyof typeof officeNav

const nav = (Object.keys(officeNav) as NavKey[]).map((key) => ({
  key,
  text: officeNav[key],
  ...(key === 'todo' ? wayToTab(key) : wayTo(pages[key])),
}))

/** The office's frame on a wide screen; only pages that exist are in its bar. */
export function OfficeFrame({ current, children }: { current: NavKey; children: ReactNode }) {
  const membership = useMembership()
  return (
    <WideShell
      brand={brandName}
      nav={nav}
      current={current}
      right={
        <>
          {membership && <View className="sub">{membership.unit.name}</View>}
          <TextLink lead="swap" text={importWords.switch} {...wayToTab('mine')} />
        </>
      }
    >
      {children}
    </WideShell>
  )
}
