import { View } from '@tarojs/components'
import { homeWords } from '@/copy/home'
import { Icon } from '@/src/components/show/icon'
import { Tappable } from '@/src/components/tap/tappable'
import { wayTo } from '@/src/platform/navigation'
import { useMembership } from '@/src/platform/use-me'
import './start-block.scss'

/** The one green block: the main action of a resident. */
export function StartBlock() {
  const officer = useMembership()?.role === 'villageOfficer'
  // Who fills in for a villager is known to the office; the promise is about the villager.
  const promise = officer ? homeWords.protectedVillager : homeWords.protected
  return (
    <Tappable className="start-block" role="button" {...wayTo('pages/report')}>
      <View className="start-block__head">
        <View className="grow">
          <View className="title">{homeWords.report}</View>
          <View className="start-block__line">{homeWords.reportLine}</View>
        </View>
        <View className="start-block__go">
          <Icon name="arrow" />
        </View>
      </View>
      <View className="start-block__lock">
        <Icon name="lock" size="s" />
        <View className="start-block__promise">{promise}</View>
      </View>
    </Tappable>
  )
}
