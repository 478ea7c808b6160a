import { View } from '@tarojs/components'
import { todoWords as words } from '@/copy/todo'
import { Card } from '@/src/components/show/card'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { wayTo } from '@/src/platform/navigation'
import { useActAs } from '@/src/platform/session'
import { listDrafts, readDraft } from '@/src/platform/storage'

interface Carried {
  readonly visit: { readonly id: string; readonly title: string } | null
}

/** 带去现场的核查: opened once with a network, they open without one, from here. */
export function SiteVisits() {
  const as = `.${useActAs() ?? ''}`
  const visits = listDrafts()
    .filter((name) => name.startsWith('site.') && name.endsWith(as))
    .flatMap((name) => readDraft<Carried>(name)?.visit ?? [])
  if (visits.length === 0) return null
  return (
    <View>
      <SectionHead text={words.onSite} right={words.onSiteLine} />
      <Card rows>
        {visits.map(({ id, title }) => (
          <Row key={id} icon="pin" name={title} {...wayTo('subpackages/unit/verify', { id })} />
        ))}
      </Card>
    </View>
  )
}
