import { VisitsPage } from '@/src/features/visit/components/visits-page'

export default function Visits() {
  return <VisitsPage />
}
