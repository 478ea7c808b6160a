import { beijingDay, beijingTime } from '@/domain/calendar/day'
import { fullDay } from './moment'

/** 现场拍 in a form: the way to the page with its own camera, and what it took. */
export const onSitePhotoWords = {
  take: '现场拍',
  /** Beside a photo that has not arrived: the phone's time is not compared yet. */
  unchecked: (nth: number, takenAt: number) =>
    `第${nth}张：现场拍，${fullDay(beijingDay(takenAt))}${beijingTime(takenAt)}，待核对`,
}
