import type { IsoDay } from '@/domain/calendar/day'
import type { StaffRole } from '@/domain/organization/role'
import { roleNames } from './identity'
import { fullDay } from './moment'

/** 单位和人员: who acts for a unit, and how others join and leave. */
export const peopleWords = {
  title: '单位和人员',
  line: '管理员只管人和单位，不办事、不审批、不看群众反映。改动都留痕。',
  choose: '选单位',
  chooseOther: '换一个单位',
  searchUnit: '单位名称',
  noUnits: '没有找到这个单位',
  chooseFirst: '先选一个单位，看它有哪些人',
  head: (count: number) => `${count}人`,
  nobody: '这个单位还没有人',
  nobodyLine: '没有人的单位收不到交办，请先邀请。',
  unnamed: '首位管理员',
  since: (on: IsoDay) => `${fullDay(on)}起`,
  alsoActsAs: (others: readonly { readonly role: StaffRole; readonly unitName: string }[]) =>
    `还是${others.map(({ role, unitName }) => `${unitName}的${roleNames[role]}`).join('、')}`,
  own: '您自己',
  more: '人数较多，只列出前99人',
  handOver: '交接',
  handOverOf: (name: string) => `交接：把${name}的身份交给别人`,
  handOverLabel: '接手人的姓名',
  handOverLine: '接手人用邀请码加入的那一刻，原来的人自动停用，中间不会没有人。',
  handOverNeeded: '请先填接手人的姓名',
  end: '停用',
  endOf: (name: string) => `停用${name}`,
  endTitle: '停用这个身份？',
  endLine: '马上生效，对方下一次操作就会被拒绝。办过的经过不变，写的还是原来的人。',
  ended: '已停用',
  invite: '邀请新人',
  inviteTo: (unitName: string) => `邀请新人到${unitName}`,
  inviteName: '姓名',
  inviteNameHint: '只给管理员看，用来知道邀请了谁',
  inviteRole: '角色',
  send: '生成邀请码',
  nameNeeded: '请先填姓名',
  roleNeeded: '请先选角色',
  code: '邀请码',
  codeHint: (name: string, role: StaffRole, on: IsoDay) =>
    `给${name}，${roleNames[role]}，只能用一次，${fullDay(on)}前有效`,
  howTo: '对方打开“整改通” → 我的 → 用邀请码加入，输入或扫这个码。邀请码只在这里显示这一次。',
  qr: (code: string) => `邀请码${code}的二维码`,
  copied: '已复制邀请码',
  done: '好了',
}
