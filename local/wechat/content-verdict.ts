export interface Verdict {
  suggest: 'pass' | 'review' | 'risky'
  /** 100 normal; 10001 advertising, 20001 politics, 20002 pornography, 20003 abuse, 20006 crime, 20008 fraud, 20012 vulgarity, 20013 copyright, 21000 other. */
  label: number
}

/** `#risky#` or `#review#`, with a label of WeChat's where another than 20001 is wanted: `#risky:20002#`. */
const TRIGGER = /#(risky|review)(?::(\d{5}))?#/g
const DEFAULT_LABEL = 20001

/** The verdict that the trigger words of a text ask for; the worse of several. */
export function verdictOf(text: string): Verdict & { keyword: string | null } {
  const found = [...text.matchAll(TRIGGER)]
  const worst = found.find(([, suggest]) => suggest === 'risky') ?? found[0]
  if (!worst) return { suggest: 'pass', label: 100, keyword: null }
  const label = worst[2] === undefined ? DEFAULT_LABEL : Number(worst[2])
  return { suggest: worst[1] as 'risky' | 'review', label, keyword: worst[0] }
}

/** `result` and `detail` as the checks of version 2 give them. */
export function resultOf({ suggest, label, keyword }: ReturnType<typeof verdictOf>) {
  const model = { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }
  const words = { strategy: 'keyword', errcode: 0, suggest, label, level: 90, keyword }
  return { result: { suggest, label }, detail: keyword === null ? [model] : [model, words] }
}
