import { assignWords as words } from '@/copy/staff-task'
import { categoryNames } from '@/copy/task'
import { taskCategories } from '@/domain/task/task'
import { DrillSheet } from '@/src/components/ask/drill-sheet'
import { type Option, OptionSheet } from '@/src/components/ask/option-sheet'
import { SearchSheet } from '@/src/components/ask/search-sheet'
import { useRegionLevels } from '@/src/platform/use-region-levels'
import { useUnitSearch } from '@/src/platform/use-unit-search'
import type { UnitSlot, useAssignForm } from '../hooks/use-assign-form'

/** What is being chosen: a unit for a role or a slot, a village, the category. */
export type Choosing = 'lead' | 'event' | UnitSlot | 'village' | 'category'

interface AssignSheetsProps {
  form: ReturnType<typeof useAssignForm>
  choosing: Choosing | null
  onClose: () => void
}

const titles: Readonly<Record<Choosing, string>> = {
  lead: words.lead,
  event: words.event,
  responsible: words.responsible,
  supporting: words.supporting,
  enterprises: words.enterprises,
  village: words.villages,
  category: words.category,
}

export function AssignSheets({ form, choosing, onClose }: AssignSheetsProps) {
  const levels = useRegionLevels()
  const anyUnit = useUnitSearch()
  const enterprise = useUnitSearch('enterprise')
  const { value, change } = form.draft
  const byUnit = choosing !== null && choosing !== 'village' && choosing !== 'category'
  const take = ({ value: id, text: name }: Option) => {
    const unit = { id, name }
    if (choosing === 'lead') change({ lead: unit })
    else if (choosing === 'event') change({ enteredBy: unit })
    else if (byUnit) form.add(choosing, unit)
  }
  return (
    <>
      <SearchSheet
        open={byUnit}
        title={choosing ? titles[choosing] : ''}
        placeholder={words.search}
        none={words.noUnits}
        load={choosing === 'enterprises' ? enterprise : anyUnit}
        onChoose={take}
        onClose={onClose}
      />
      <OptionSheet
        open={choosing === 'category'}
        title={titles.category}
        options={taskCategories.map((each) => ({ value: each, text: categoryNames[each] }))}
        value={value.category}
        onChoose={(category) => change({ category })}
        onClose={onClose}
      />
      <DrillSheet
        open={choosing === 'village'}
        title={titles.village}
        load={levels}
        onChoose={(path) => {
          const last = path[path.length - 1]
          if (last) form.addVillage({ id: last.value, name: last.text })
        }}
        onClose={onClose}
      />
    </>
  )
}
