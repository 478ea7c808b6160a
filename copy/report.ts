import type { FeedbackState } from '@/domain/feedback/feedback'
import type { IsoDay } from '@/domain/calendar/day'
import { daysBetween } from '@/domain/calendar/day'
import { dayFrom, dueDay, moment } from './moment'

export const reportWords = {
  title: '反映环境问题',
  ask: '哪里、发生了什么？',
  askVillage: '替村民反映',
  placeholder: '比如：村口鱼塘边的养猪场，夜里往水沟排黑水，味道很大。',
  where: '在哪里',
  chooseWhere: '选村（社区）',
  wherePlaceholder: '没选',
  chooseTown: '就到这里，不选村',
  detail: '具体位置（可不填）',
  detailPlaceholder: '如：村口鱼塘东边',
  hide: '不让办理单位知道我是谁',
  hideLine: '仅市整改办受理专人可看，每次查看留痕',
  showLine: '办理单位能看到您的称呼和电话，方便联系',
  anonymous: '完全匿名（不通知，凭查询码查进度）',
  anonymousOn: '已选完全匿名',
  anonymousLine:
    '我们不记录您是谁，照片里的位置和机型也会去掉。微信平台自己知道您用过这个小程序。没有通知，只能用查询码查进度。',
  anonymousOff: '改回来',
  contactName: '怎么称呼您（可不填）',
  contactPhone: '联系电话（可不填）',
  phoneWrong: '电话不对，请检查',
  villagerName: '村民姓名',
  villagerPhone: '村民电话（可不填）',
  villagerNeeded: '请先填村民姓名，只有受理专人看得到',
  consentOn: '本人哪天同意的',
  consentNoted: '本人已同意由村里代填',
  villagerLine: '办理单位看不到村民是谁，也看不到原话',
  submitAndNotify: '提交并接收办理通知',
  submit: '提交',
  submitPlain: '直接提交',
  wordsNeeded: '请先说一句，或按住话筒说一段',
  aboutTask: '这是对下面这项任务的反映',
}

/** The waiting card of a report: 未送达 first, then what happens next, and a phone way out. */
export const waitingWords = {
  line: '有网时打开小程序，自动发出。',
  saved: (at: number) => `${moment(at)}存下。只发一次，不会重复。`,
  sendingLine: '可以离开这一页，不会丢，也不会发两次。',
  savedNode: '已存在这部手机',
  content: (words: boolean, photos: number, voice: boolean) =>
    [
      ...(words ? ['1段文字'] : []),
      ...(photos > 0 ? [`${photos}张照片`] : []),
      ...(voice ? ['1段录音'] : []),
    ].join('、'),
  sendNode: '等网络',
  sendLine: '有网后打开小程序就会送出',
  receiveNode: '送达，给您编号和查询码',
  receiveLine: '那时再问您要不要办理通知',
  hurry: (phone: string) => `着急可以打 ${phone}，不用上网。`,
  call: '打电话',
  home: '回首页',
  refused: '没发出去，需要改一改',
  another: '再反映一件',
  code: '查询码',
  codeLine: '完全匿名只能凭它查进度，请先截图保存。送达后才查得到。',
  copied: '已复制',
  notCopied: '没复制上，请截图',
  voiceOnly: '只有录音，没有文字',
}

/** A report that has just arrived. */
export const receiptWords = {
  /** @param by as `dueDay` says it */
  title: (by: string) => `已送达，${by}告诉您受不受理`,
  lostPhoto: (places: readonly number[]) =>
    `第${places.join('、')}张照片没有发出：手机上找不到了，或不是能用的照片。文字已经送达，照片可以重新选了再补充。`,
  lostVoice: '录音没有发出：手机上找不到了，或不能用。文字已经送达。',
  see: '看办到哪了',
  another: '再反映一件',
}

/** Reports sent without a name: this phone alone knows that they are its owner's. */
export const anonymousWords = {
  title: '完全匿名的',
  line: '只记在这部手机上。怕别人看到，记下查询码后可以从这里删去。',
  row: (number: string) => `编号 ${number}`,
  code: (code: string) => `查询码 ${code}`,
  forget: '从这部手机删去',
  forgetTitle: '从这部手机删去？',
  forgetLine: '删去后只能凭查询码查。请先记下或截图。',
}

export const myReportsWords = {
  title: '我的反映',
  villagers: '替村民反映的',
  empty: '还没有反映过',
  emptyLine: '看到污染、闻到异味、听到噪声，都可以说。',
  noVillagers: '还没有替村民反映过',
  villagersLine: '只有代填的在这里；您自己反映的，换成群众身份看。',
  report: '反映环境问题',
  lookUp: '用查询码查',
  sent: '已送达的',
  more: '再看一些',
}

export const lookUpWords = {
  title: '用查询码查',
  line: '查询码是提交后给您的12位字母和数字，换手机也能查。',
  label: '查询码',
  placeholder: '如 K7M2 94QX ACDF',
  search: '查',
  wrong: '查询码是12位字母和数字，请再看一下',
}

/** 办到哪了: one sentence with a date, not a status code. */
export const progressSentence = (
  state: FeedbackState,
  due: IsoDay | null,
  answered: IsoDay | null,
  today: IsoDay,
  provisional: boolean,
): string => {
  const by = due && dueDay(due, today, provisional)
  switch (state) {
    case 'submitted':
      return by ? `已收到，${by}告诉您受不受理` : '已收到'
    case 'admitted':
    case 'assigned':
    case 'answerSubmitted':
      return by ? `正在办，${by}答复您` : '正在办'
    case 'answered':
      return answered
        ? `${dayFrom(today, answered)}已答复，您看办好了吗？`
        : '已答复，您看办好了吗？'
    case 'secondLook':
      return by ? `换人再查，${by}再答复您` : '正在换人再查'
    case 'archived':
      return '已办结'
    case 'declined':
      return '没有受理，原因在下面'
    case 'withdrawn':
      return '您已撤回'
    case 'merged':
      return by ? `和同一件事合并办理，${by}答复您` : '和同一件事合并办理'
  }
}

export const progressWords = {
  title: '办到哪了',
  left: (due: IsoDay, today: IsoDay) => {
    const days = daysBetween(today, due)
    return days >= 0 ? `还有${days}天。` : `已经超过${-days}天，我们在催办。`
  },
  number: '编号',
  code: '查询码',
  keepIt: '请截图保存，换手机也能查',
  copied: '已复制',
  notCopied: '没复制上，请截图',
  codeElsewhere: '在提交的手机上',
  nodes: {
    submitted: '已收到',
    admitted: '已受理',
    assigned: '正在办',
    answered: '已答复',
    secondLook: '换人再查',
    archived: '已办结',
    declined: '不予受理',
    withdrawn: '已撤回',
  },
  lines: {
    submitted: '已送达，编号和查询码已给您',
    admitted: '市整改办受理专人',
    answered: '答复后请您说办好了没有',
  },
  since: (day: string) => `${day}起`,
  by: dueDay,
  hidden: '办理单位看不到您的姓名和原话。',
  anonymous: '您选了完全匿名，没有人知道您是谁。',
  named: '办理单位能看到您的称呼和电话。',
  villager: '办理单位看不到村民的姓名和原话。您代填这件事，受理专人知道。',
  supplement: '补充情况',
  call: '打电话问',
  notify: '有答复时通知我',
  notifyLine: '还不能给您发通知',
  said: '您反映的',
  supplements: '您补充的',
  supplementTitle: '补充情况',
  supplementAsk: '又发生了什么、还有什么要说的？',
  supplementNeeded: '请先写一句要补充的话',
  send: '发出',
  supplementSent: '已补充',
  withdraw: '撤回',
  withdrawTitle: '撤回这件反映？',
  withdrawLine: '撤回后会删除您的身份和原话，事情本身仍可能继续办。',
  withdrawn: '已撤回',
  handledBy: (unit: string) => `办理：${unit}`,
  reviewedBy: (phone: string) => `审核：市整改办  电话 ${phone}`,
  rateAsk: '您看办好了没有',
  rateLine: '选后两个，请再说一句，将换人再查。',
  rateBy: (day: string) => `${day}前不选，按未评价归档。`,
  rateWords: '哪里还没办好？',
  rateNeeded: '请先写一句哪里还没办好',
  rateSend: '发出评价',
  rated: '已记下，谢谢您',
  declinedReason: '原因和去处',
  answerPhoto: (place: number) => `答复照片${place}`,
  ownPhoto: (place: number) => `我的照片${place}`,
  history: '办理经过',
}
