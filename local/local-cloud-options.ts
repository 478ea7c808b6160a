import type { ChangeListener } from './engine/change-listeners'
import type { Schema } from './engine/schema'
import type { FaultList } from './faults/fault-list'
import type { CallRecord } from './functions/function-runner'
import type { JumpResult, TimerSchedule } from './functions/timer-schedule'
import type { MessageLedger } from './wechat/message-ledger'
import type { StorageRule } from './storage/file-store'
import type { PushRoutes } from './wechat/message-push'
import type { MessageTemplate } from './wechat/templates'

export interface LocalCloudOptions {
  /** 0 or absent: any free port. */
  port?: number
  /** Data directory; absent keeps everything in memory. */
  data?: string
  /** Directory with one folder per function. */
  functions?: string
  /** Schema file, or the schema itself; absent lets requests create collections. */
  schema?: string | Schema
  /** Refuse queries that no declared index covers; with a number also those that read more documents. */
  strict?: boolean | { mostExamined: number }
  /** Directory of a built web application. */
  web?: string
  /** Templates the WeChat stand-in knows: a file, or the list itself; absent knows every id. */
  templates?: string | MessageTemplate[]
  /** Pages of the mini-program: its built `app.json`, or the list itself; absent checks their form only. */
  pages?: string | readonly string[]
  /** The function that takes what WeChat pushes, or for each event its function; absent pushes nothing. */
  messagePush?: PushRoutes
  /** Ms on the local clock until the result of a media check is pushed. */
  mediaCheckDelayMs?: number
  /** Who may read files besides the administrator; PRIVATE when absent. */
  storageRule?: StorageRule
  /** Identity switching, clock and messages under `/_local`. */
  demo?: boolean
  /** As `demo`, and more for tests. */
  control?: boolean
  /** ISO time at which the clock of a fresh data directory starts. */
  startAt?: string
  envId?: string
  appId?: string
  /** false answers writes before they are on disk: only to measure what the disk costs. */
  sync?: boolean
  /** Bytes the logs may grow to before a snapshot replaces them. */
  compactAfterBytes?: number
  /** Real ms an open transaction lives. */
  transactionLifeMs?: number
  /** Real ms a plain write waits for a document held by a transaction. */
  lockWaitMs?: number
  /** Real ms between a failed timer run and its repetition. */
  timerRetryDelayMs?: number
  /** Every run of a timer that succeeds is done twice. */
  timersTwice?: boolean
  /** Processes per function. */
  mostProcesses?: number
  /** Real ms after which a process that has nothing to do is ended. */
  functionIdleMs?: number
  mostUploadBytes?: number
  /** Environment for `{{env.NAME}}`; the process's own when absent. */
  environment?: Record<string, string | undefined>
  /** Keep the output of functions out of the log. */
  quiet?: boolean
  /** Where log lines go; standard error when absent. */
  log?: (line: string) => void
}

export interface LocalCloud {
  port: number
  /** `http://127.0.0.1:PORT` */
  origin: string
  /** `http://127.0.0.1:PORT/admin`, the SDK's service address */
  endpoint: string
  envId: string
  clock: {
    /** Epoch ms. */
    now: () => number
    /** Stands still at an exact instant, without a timer; the next jump sets it going again. */
    standAt: (epochMs: number) => void
    /** Moves forward, stopping at every instant the timers name as due. */
    jump: (toEpochMs: number, mostStops?: number) => Promise<JumpResult>
  }
  timers: Pick<TimerSchedule, 'fire' | 'twice'>
  messages: Pick<MessageLedger, 'list' | 'allow' | 'quota'>
  /**
   * Faults on demand.
   * @throws Error when read without `control: true`
   */
  readonly faults: Pick<FaultList, 'list' | 'add' | 'replace' | 'remove' | 'clear'>
  /** Calls a function as this person would through a client; the result as JSON text. */
  call: (name: string, event: unknown, openid: string) => Promise<string>
  /** The person uses the application now, without a call: what WeChat asks before it checks what somebody wrote. */
  uses: (openid: string) => void
  /**
   * Tells of every document of the main environment that changes, when readers see it.
   * @returns ends it
   */
  onChange: (listener: ChangeListener) => () => void
  /** Hands a function a message as WeChat pushes it, in the sender's name or in nobody's; the result as JSON text. */
  push: (name: string, message: unknown, openid?: string) => Promise<string>
  /** Recent calls of functions, newest first. */
  calls: () => CallRecord[]
  close: () => Promise<void>
}
