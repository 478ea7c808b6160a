import type { Environment } from '../_stores/environment'

/** What every public page's foot must show (国办函〔2026〕12号): host, filing number, complaints. */
export interface Host {
  readonly name: string
  readonly cityName: string
  /** Code of the city; its children are the counties of every filter. */
  readonly cityRegion: string
  readonly filingNumber: string
  readonly complaintPhone: string
}

type Named = Pick<
  Environment,
  'HOST_NAME' | 'CITY_NAME' | 'CITY_REGION' | 'FILING_NUMBER' | 'COMPLAINT_PHONE'
>

export const hostFrom = (env: Named): Host => ({
  name: env.HOST_NAME,
  cityName: env.CITY_NAME,
  cityRegion: env.CITY_REGION,
  filingNumber: env.FILING_NUMBER,
  complaintPhone: env.COMPLAINT_PHONE,
})
