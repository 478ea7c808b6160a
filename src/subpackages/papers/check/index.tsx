import { ChainCheckPage } from '@/src/features/chain-check/components/chain-check-page'

export default function Check() {
  return <ChainCheckPage />
}
