import { ObjectionList } from '@/src/features/staff-task/components/objection-list'

export default function Objections() {
  return <ObjectionList />
}
