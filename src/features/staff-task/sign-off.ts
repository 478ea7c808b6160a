import { isSignedOnPaper } from '@/domain/task/cycle'
import type { KeptFile } from '@/src/platform/kept-file'

/** 负责人签字 as it is typed: the number of the paper, and the paper itself scanned. */
export interface SignOff {
  readonly signOffNumber: string
  readonly papers: readonly KeptFile[]
}

export const noSignOff: SignOff = { signOffNumber: '', papers: [] }

/** Whether there is a paper that the leader signed. */
export const isOnPaper = ({ signOffNumber, papers }: SignOff): boolean =>
  isSignedOnPaper({ signOffNumber, fileIds: papers.map(({ key }) => key) })
