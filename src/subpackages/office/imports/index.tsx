import { ImportsPage } from '@/src/features/import/components/imports-page'

export default function ImportsRoute() {
  return <ImportsPage />
}
