import { View } from '@tarojs/components'
import { releaseWords as words } from '@/copy/staff-task'
import { type ReleasableTaskField, releasableTaskFields } from '@/domain/release/release'
import { Card } from '@/src/components/show/card'
import { SwitchRow } from '@/src/components/show/row/switch-row'
import { SectionHead } from '@/src/components/frame/section-head'

interface ReleaseFieldsProps {
  leftOut: readonly ReleasableTaskField[]
  onChange: (leftOut: readonly ReleasableTaskField[]) => void
}

/** Each part of the text but its title may be left out. */
export function ReleaseFields({ leftOut, onChange }: ReleaseFieldsProps) {
  return (
    <View>
      <SectionHead text={words.choose} />
      <View className="sub mb2">{words.chooseLine}</View>
      <Card rows>
        {releasableTaskFields.map(
          (field) =>
            field !== 'title' && (
              <SwitchRow
                key={field}
                name={words.fields[field]}
                checked={!leftOut.includes(field)}
                onChange={(open) =>
                  onChange(open ? leftOut.filter((each) => each !== field) : [...leftOut, field])
                }
              />
            ),
        )}
      </Card>
    </View>
  )
}
