import { Repeats } from '@/src/features/repeats/components/repeats'

export default function RepeatsRoute() {
  return <Repeats />
}
