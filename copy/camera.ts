import { beijingDay, beijingTime } from '@/domain/calendar/day'
import type { Place } from '@/domain/file/camera'
import { fullDay } from './moment'

const degrees = (value: number): string => Math.abs(value).toFixed(4)

/** 现场拍照: the page with its own camera. */
export const cameraWords = {
  title: '现场拍照',
  shoot: '拍照',
  other: '用手机相机拍',
  old: '整改前的照片，对准同一角度',
  showOld: '显示整改前的照片',
  hideOld: '不显示整改前的照片',
  line: '照片上写明时间和地点。第一次拍时微信会问能不能用位置；不允许也能拍，地点记为无法判断。',
  refused:
    '没有相机权限。可以用手机相机拍，时间和地点记为无法判断；要用现场拍照，请在设置里打开相机。',
  fromForm: '请在报完成或现场核查里点“现场拍”。',
  /** Written on the photo. */
  mark: (at: number, place: Place | null): string[] => [
    `${fullDay(beijingDay(at))} ${beijingTime(at)}`,
    place
      ? `${place.latitude < 0 ? '南' : '北'}纬${degrees(place.latitude)}° ${
          place.longitude < 0 ? '西' : '东'
        }经${degrees(place.longitude)}°`
      : '地点无法判断',
  ],
  /** Beside a photo that staff read. */
  shot: (
    nth: number,
    { takenAt, timeAgrees, hasPlace }: { takenAt: number; timeAgrees: boolean; hasPlace: boolean },
  ) =>
    [
      `第${nth}张：现场拍，${fullDay(beijingDay(takenAt))}${beijingTime(takenAt)}`,
      timeAgrees ? '时间相符' : '时间无法判断',
      hasPlace ? '有地点' : '地点无法判断',
    ].join('，'),
  notShot: (nth: number) => `第${nth}张：不是现场拍的，时间和地点无法判断`,
}
