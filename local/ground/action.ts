/** Body of a request as the SDK posts it. */
export type Parameters = Record<string, unknown>

/** What an action gives back; `requestId` is added by the caller. */
export type Answer = Record<string, unknown>

export type Action = (parameters: Parameters, requestId: string) => Promise<Answer> | Answer

export type Actions = Record<string, Action>
