import { type IsoDay } from '@/domain/calendar/day'
import { dueDay } from './moment'

export const homeWords = {
  report: '反映环境问题',
  reportLine: '说一段话、拍张照片都行',
  protected: '办理单位默认看不到您是谁',
  progress: '办到哪了',
  running: (count: number) => `${count}件正在办`,
  answerBy: (due: IsoDay, today: IsoDay) => `${dueDay(due, today)}答复`,
  answered: '有答复了，请您看看办好没有',
  notSent: (count: number) => `${count}件没发出，有网时自动发`,
  tasks: '整改任务',
  lookUp: '用查询码查',
  myVillage: '我村的任务',
  chooseVillage: '选您住的村',
  chooseVillageLine: '选好后，这里先显示您村里的整改任务。只存村名，不记位置。',
  noVillageTasks: '您村里没有公开的整改任务',
  latest: '整改任务',
  all: '全部',
  complaint: '投诉建议',
  privacy: '隐私说明',
  largeType: '大字版',
  normalType: '标准字',
  host: (name: string) => `主办：${name}`,
  filing: (number: string) => `备案号 ${number}`,
}
