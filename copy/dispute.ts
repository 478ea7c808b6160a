/** 标准有争议, at the self-check and at each step. */
export const disputeWords = {
  disputed: '有争议的标准（没有可不填）',
  disputedHint: '哪一条标准，怎么理解不一样',
  fixedBy: '由谁来定这条标准',
  fixedByNeeded: '请先填由谁来定有争议的标准',
  why: '为什么有争议，为什么由它来定',
  whyNeeded: '请先写为什么有争议、为什么由它来定',
  said: (standard: string, fixedBy: string, why: string | null) =>
    `标准有争议：${standard}，由${fixedBy}来定${why === null ? '' : `，因为：${why}`}`,
}
