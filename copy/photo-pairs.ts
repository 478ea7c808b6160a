import type { IsoDay } from '@/domain/calendar/day'
import { fullDay } from './moment'

/** 整改前后, side by side. */
export const photoPairWords = {
  title: '整改前后',
  before: '整改前',
  after: '整改后',
  day: (on: IsoDay | null) => (on === null ? '' : fullDay(on)),
  alt: (use: 'before' | 'after', text: string) =>
    `${use === 'before' ? '整改前' : '整改后'}${text && `：${text}`}`,
}
