export const complaintWords = {
  title: '投诉建议',
  line: '对办理结果、工作人员或这个小程序有意见，都可以说。',
  phone: (phone: string) => `打电话 ${phone}`,
  report: '写下来，由市整改办受理专人看',
  host: (name: string) => `主办：${name}`,
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
