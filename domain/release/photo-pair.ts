import type { IsoDay } from '../calendar/day'
import type { PartId } from '../task/done-report'

/** 整改前后: a photo before and one after, as a report on a done part holds them side by side. */
export interface PhotoPair {
  readonly partId: PartId
  readonly beforeId: string
  readonly afterId: string
}

/** A pair that the office chose for the notice. */
export interface ChosenPair extends PhotoPair {
  /** The day on which the page's own camera took it; null where only the photo could say so. */
  readonly beforeOn: IsoDay | null
  readonly afterOn: IsoDay | null
}

/** A pair that could be chosen. */
export interface OfferedPair extends PhotoPair {
  readonly measureId: string | null
}

/** A pair as the public text holds it: of which measure, and no unit, place or person. */
export interface PublicPair extends Omit<ChosenPair, 'partId'> {
  readonly measureId: string | null
}
