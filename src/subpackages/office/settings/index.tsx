import { SettingsPage } from '@/src/features/settings/components/settings-page'

export default function SettingsRoute() {
  return <SettingsPage />
}
