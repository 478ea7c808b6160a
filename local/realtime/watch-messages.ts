/**
 * The messages of `watch()`, as the SDK's realtime client sends and reads them
 * (`@cloudbase/database`, `realtime/virtual-websocket-client.js`; no public document describes them).
 */

export interface RequestMessage {
  watchId?: string
  requestId: string
  msgType: string
  msgData: Record<string, unknown>
  /** What proves a LOGIN. */
  exMsgData: Record<string, unknown>
}

/** How a document changed, and what that did to the watched list. */
export interface ChangeEvent {
  ID: number
  DataType: 'init' | 'add' | 'update' | 'remove' | 'limit'
  QueueType: 'init' | 'enqueue' | 'dequeue' | 'update'
  DocID: unknown
  /** JSON of the document; '{}' when it is gone. */
  Doc: string
  /** JSON of dotted path → new value. */
  UpdatedFields?: string
  /** JSON list of dotted paths. The SDK reads this one under a small letter. */
  removedFields?: string
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')

const fields = (value: unknown) =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

/** Reads one message; null when it is none. */
export function readMessage(raw: string): RequestMessage | null {
  let value: unknown
  try {
    value = JSON.parse(raw)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const { watchId, requestId, msgType, msgData, exMsgData } = value as Record<string, unknown>
  if (typeof msgType !== 'string') return null
  return {
    ...(typeof watchId === 'string' ? { watchId } : {}),
    requestId: text(requestId),
    msgType,
    msgData: fields(msgData),
    exMsgData: fields(exMsgData),
  }
}

/** An answer to `request`: the SDK matches answers by the request's id. */
export const answer = (
  { watchId, requestId }: Pick<RequestMessage, 'watchId' | 'requestId'>,
  msgType: string,
  msgData: unknown,
) => JSON.stringify({ watchId, requestId, msgType, msgData })
