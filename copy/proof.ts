import type { ProofKind } from '@/domain/proof'

/** 佐证 by its kinds. */
export const proofKindNames: Readonly<Record<ProofKind, string>> = {
  photo: '照片',
  file: '文件',
  paperNumber: '文号',
}

const names = (kinds: readonly ProofKind[], between: string): string =>
  kinds.map((kind) => proofKindNames[kind]).join(between)

/** 以什么证明: what a plan names for one measure, and what is not there yet. */
export const proofWords = {
  ask: '以什么证明（可以多选）',
  askOf: (nth: number) => `第${nth}条措施以什么证明`,
  needed: (nth: number) => `请选第${nth}条措施以什么证明`,
  words: '具体是什么（可以不写）',
  wordsHint: '如验收意见、前后对比照片',
  of: (measure: string) => `${measure}：以什么证明`,
  line: (kinds: readonly ProofKind[], words: string | null | undefined) =>
    words ? `${names(kinds, '、')}（${words}）` : names(kinds, '、'),
  by: (line: string) => `证明：${line}`,
  must: (kinds: readonly ProofKind[]) => `本项须附：${names(kinds, '、')}`,
  whole: '齐了',
  planSays: (words: string) => `方案写的是：${words}`,
  lacking: (kinds: readonly ProofKind[]) => `还缺${names(kinds, '、')}`,
  lackingToSend: (named: readonly ProofKind[], kinds: readonly ProofKind[]) =>
    `方案写明须有${names(named, '和')}，还缺${names(kinds, '和')}，请补上`,
  lackingSince: (kinds: readonly ProofKind[]) =>
    `方案写明的证明还缺${names(kinds, '、')}：请撤回完成，补上再报。`,
} as const
