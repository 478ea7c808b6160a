import { useCallback } from 'react'
import type { UnitKind } from '@/domain/organization/unit'
import { callAction } from './call-action'

/** Units by words of their names, for `SearchSheet`. @param enforcing only bodies that may enter a firm */
export function useUnitSearch(kind?: UnitKind, enforcing = false) {
  return useCallback(
    async (query: string) => {
      const { items } = await callAction('identity.listUnits', {
        ...(query && { query }),
        ...(kind && { kind }),
        ...(enforcing && { enforcing }),
      })
      return items.map(({ id, name, region }) => ({ value: id, text: name, line: region.name }))
    },
    [kind, enforcing],
  )
}
