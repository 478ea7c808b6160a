import { useCallback } from 'react'
import type { UnitKind } from '@/domain/organization/unit'
import { callAction } from './call-action'

/** Units by words of their names, for `SearchSheet`. */
export function useUnitSearch(kind?: UnitKind) {
  return useCallback(
    async (query: string) => {
      const { items } = await callAction('identity.listUnits', {
        ...(query && { query }),
        ...(kind && { kind }),
      })
      return items.map(({ id, name, region }) => ({ value: id, text: name, line: region.name }))
    },
    [kind],
  )
}
