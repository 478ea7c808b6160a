/** What everybody may read at any time: who sees what, how to withdraw, where to complain. */
export const privacyWords = {
  title: '隐私说明',
  sections: [
    {
      head: '我们记什么',
      lines: [
        '您写的话、照片、语音和您选的村；您自愿填的称呼和电话。',
        '用来区分不同人的微信编号，加密保存，谁也看不到明文。',
        '不记您的位置。照片里的位置和机型在保存前去掉。',
      ],
    },
    {
      head: '谁能看到',
      lines: [
        '您的身份、原话、语音和原始照片：只有市整改办受理专人能看，每看一次都留痕，您在“我的”里能查到。',
        '办理单位：只看受理专人写的摘要和挑出来的照片。',
        '您选“让办理单位知道”时：办理单位还能看到您填的称呼和电话。',
        '您选“完全匿名”时：我们不记录您是谁。微信平台自己知道您用过这个小程序。',
        '群众的话从不公开，只公开经两人审查的办理结果。',
      ],
    },
    {
      head: '撤回和删除',
      lines: [
        '答复之前可以在“办到哪了”里撤回：您的身份和原话随即删除，事情本身仍可能继续办。',
        '想删除全部个人信息，请打投诉建议电话，核对查询码后办理。',
      ],
    },
    {
      head: '打击报复要追责',
      lines: ['有人打听是谁反映的、因此为难您，请马上打投诉建议电话，或直接拨打12345。'],
    },
  ],
} as const

export const complaintWords = {
  title: '投诉建议',
  line: '对办理结果、工作人员或这个小程序有意见，都可以说。',
  phone: (phone: string) => `打电话 ${phone}`,
  report: '写下来，由市整改办受理专人看',
  host: (name: string) => `主办：${name}`,
}

export const looksWords = {
  title: '谁看过我的信息',
  empty: '还没有人看过',
  emptyLine: '受理专人每看一次您的身份和原话，这里都会多一条。',
  row: (number: string) => `编号${number}`,
}

export const joinWords = {
  title: '用邀请码加入单位',
  line: '邀请码由单位管理员给您，只能用一次。',
  label: '邀请码',
  scan: '扫邀请码的二维码',
  needed: '请先填邀请码',
  join: '加入',
  joined: (unit: string) => `已加入${unit}`,
}
