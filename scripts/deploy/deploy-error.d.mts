export class DeployError extends Error {
  constructor(code: string, message: string)
  readonly code: string
}
export const translated: (error: unknown, doing: string) => DeployError
