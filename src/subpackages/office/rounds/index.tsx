import { RoundsPage } from '@/src/features/rounds/components/rounds-page'

export default function RoundsRoute() {
  return <RoundsPage />
}
