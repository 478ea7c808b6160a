import { View } from '@tarojs/components'
import { homeWords } from '@/copy/home'
import { brandName, tabWords } from '@/copy/shell'
import { PageShell } from '@/src/components/frame/page-shell'
import { Gates } from '@/src/features/home/components/gates'
import { MyProgress } from '@/src/features/home/components/my-progress'
import { PublicFoot } from '@/src/features/home/components/public-foot'
import { StartBlock } from '@/src/features/home/components/start-block'
import { LatestTasks, VillageTasks } from '@/src/features/register/components/village-tasks'
import { wayTo, wayToTab } from '@/src/platform/navigation'
import { useMe, useMembership } from '@/src/platform/use-me'
import { StaffHome } from './staff-home'

export default function HomePage() {
  const place = useMe().me?.host.cityName ?? ''
  const membership = useMembership()
  return (
    <PageShell title={tabWords.home} tab="home" brand={{ name: brandName, place }}>
      {membership ? <StaffHome {...membership} /> : <ResidentHome />}
      <LatestTasks />
      <PublicFoot />
    </PageShell>
  )
}

function ResidentHome() {
  return (
    <View>
      <StartBlock />
      <View className="mt3">
        <MyProgress />
      </View>
      <Gates
        gates={[
          { text: homeWords.tasks, icon: 'list', ...wayToTab('register') },
          { text: homeWords.lookUp, icon: 'search', ...wayTo('pages/lookup') },
        ]}
      />
      <VillageTasks />
    </View>
  )
}
