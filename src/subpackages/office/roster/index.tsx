import { RosterPage } from '@/src/features/roster/components/roster-page'

export default function RosterRoute() {
  return <RosterPage />
}
