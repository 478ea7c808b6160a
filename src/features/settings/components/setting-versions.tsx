import { View } from '@tarojs/components'
import { settingsWords as words } from '@/copy/settings'
import { Card } from '@/src/components/show/card'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import type { SettingsView } from '../settings'

/** Every version that somebody made, the newest first. */
export function SettingVersions({ versions }: Pick<SettingsView, 'versions'>) {
  return (
    <>
      <SectionHead text={words.versions} />
      {versions.length === 0 ? (
        <View className="sub">{words.noVersions}</View>
      ) : (
        <Card rows>
          {versions.map(({ version, inForceFrom, madeBy, madeOn, changes }) => (
            <Row
              key={version}
              name={words.version(version, inForceFrom)}
              line={
                <>
                  <View>{words.made(madeBy, madeOn)}</View>
                  {changes.map(({ name, before, after }) => (
                    <View key={name}>{words.change(name, before, after)}</View>
                  ))}
                </>
              }
            />
          ))}
        </Card>
      )}
    </>
  )
}
