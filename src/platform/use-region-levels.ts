import { useCallback } from 'react'
import { callAction } from './call-action'
import { useMe } from './use-me'

/** Levels of the region tree below the city, for `DrillSheet`: county, town, village. */
export function useRegionLevels() {
  const city = useMe().me?.host.cityRegion ?? null
  return useCallback(
    async (parent: string | null) => {
      const { items } = await callAction('register.listRegions', { parentCode: parent ?? city })
      return items.map(({ code, name, level }) => ({
        value: code,
        text: name,
        opens: level !== 'village',
      }))
    },
    [city],
  )
}
