import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { settingGroups, settingsWords as words } from '@/copy/settings'
import { ActDialogs } from '@/src/acting/act-dialogs'
import { blockedBy } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import type { Dialog } from '@/src/acting/dialog'
import { FormPage } from '@/src/acting/form-page'
import { LoadedPage } from '@/src/acting/loaded-page'
import { OnlyFor } from '@/src/acting/only-for'
import { useAct } from '@/src/acting/use-act'
import { useAction } from '@/src/platform/use-action'
import { useDraft } from '@/src/platform/use-draft'
import { type SettingsDraft, type SettingsView, wantedOf, wrongIn } from '../settings'
import { SettingFields } from './setting-fields'
import { SettingVersions } from './setting-versions'

const empty: SettingsDraft = { typed: {} }

/** 期限和提醒: what counts today, what is to count from tomorrow on, and who has changed what. */
export function SettingsPage() {
  return (
    <OnlyFor roles={['administrator']} title={words.title}>
      <Settings />
    </OnlyFor>
  )
}

function Settings() {
  const { load, retry, reload } = useAction('identity.getSettings', {})
  return (
    <LoadedPage title={words.title} secrecy load={load} retry={retry}>
      {(settings, notice) => <SettingsForm {...{ settings, notice, reload }} />}
    </LoadedPage>
  )
}

interface SettingsFormProps {
  settings: SettingsView
  notice: ReactNode
  reload: () => Promise<void>
}

function SettingsForm({ settings, notice, reload }: SettingsFormProps) {
  const draft = useDraft('settings', empty)
  const act = useAct<'change'>(reload)
  const wanted = wantedOf(settings, draft.value)
  const wrong = wrongIn(settings, wanted)
  const [firstWrong] = wrong.keys()
  const confirm: Dialog = {
    kind: 'confirm',
    title: words.confirmTitle,
    confirm: words.confirm,
    line: words.confirmLine(
      wanted.map(({ name, before, values }) => words.change(name, before, values)),
    ),
    deed: () => {
      const changes = wanted.map(({ name, values }) => ({ name, values }))
      const input = { version: settings.latest.version, changes }
      return deed('identity.changeSettings', input, {
        told: ({ inForceFrom }) => words.sent(inForceFrom),
        then: () => {
          draft.clear()
          void reload()
        },
      })
    },
  }
  return (
    <FormPage
      title={words.title}
      notice={notice}
      act={act}
      draft={draft}
      send={words.send(wanted.length)}
      blocked={blockedBy(
        wanted.length === 0 && words.nothing,
        firstWrong !== undefined && words.wrong(firstWrong),
      )}
      onSend={() => act.show('change')}
    >
      <View className="sub mb4">{words.line}</View>
      {settingGroups.map((group) => (
        <SettingFields key={`${group}${draft.generation}`} {...{ group, settings, draft, wrong }} />
      ))}
      <SettingVersions versions={settings.versions} />
      <ActDialogs act={act} thing="settings" dialogs={{ change: confirm }} />
    </FormPage>
  )
}
