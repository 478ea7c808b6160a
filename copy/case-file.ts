/** 卷宗 (一案一档). */
export const caseFileWords = {
  title: '卷宗',
  chain: '没有被改过',
  chainBroken: '记录对不上',
  again: '再验一次',
  limit: '有人改动，会指出断在哪一条。它能发现改动，拦不住改动。',
  anyone: '谁都能验',
  head: '最后一条的指纹',
  qr: '最后一条的指纹，扫出来和卷宗上的对照',
  exportFile: '导出存证文件',
  exported: '存证文件已导出',
  copied: '存证已复制，粘贴给要核对的人',
  refused: '没有导出成功，请再试一次',
  check: '核对一份存证文件',
  sealed: '存证里没有人名、电话，也没有意见原话。',
  fileName: (number: string) => `整改存证-第${number}项.json`,
} as const
