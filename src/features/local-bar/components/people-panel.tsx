import { View } from '@tarojs/components'
import { localBarWords as words } from '@/copy/local-bar'
import { RadioList } from '@/src/components/ask/choice/radio-list'
import type { Demonstration } from '../use-demonstration'

/** A name nobody else has: the local cloud makes a person of any openid. */
const strangerOpenid = (now: number | null, count: number) => `o_stranger_${now ?? 0}_${count}`

export function PeoplePanel({ demonstration }: { demonstration: Demonstration }) {
  const { people, openid, now, busy, become } = demonstration
  return (
    <View>
      <View className="sub mb3">{words.peopleLine}</View>
      <RadioList
        label={words.tabs.people}
        value={openid}
        onChange={(next) => {
          if (!busy) void become(next)
        }}
        options={[
          ...people.map((each) => ({
            value: each.openid,
            text: `${each.name} ${each.roleText}`,
            line: each.note || undefined,
          })),
          { value: strangerOpenid(now, people.length), text: words.newStranger },
        ]}
      />
    </View>
  )
}
