import { TimelinesPage } from '@/src/features/timeline/components/timeline-list'

export default function Timelines() {
  return <TimelinesPage />
}
