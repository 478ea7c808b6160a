import { randomUUID } from 'node:crypto'
import { documentKey } from '../engine/collection'
import type { Document } from '../ground/document'
import { internalDocument, internalDocuments } from '../engine/internal-documents'
import type { DocumentStore } from '../engine/store'

export interface SentMessage {
  openid: string
  templateId: string
  title: string
  page: string
  miniprogramState: string
  fields: Array<{ name: string; label: string; value: string }>
  /** Epoch ms on the local clock. */
  at: number
  /** WeChat's id of the message, as its reply and the sent event name it. */
  msgId: string
}

export interface MessageOfDay extends Pick<
  SentMessage,
  'title' | 'templateId' | 'page' | 'fields'
> {
  /** `2026-03-02`, in Beijing. */
  day: string
}

interface StoredMessage extends SentMessage {
  _id: string
  order: number
}

/** Consents that people gave, and the messages that used them up. */
export class MessageLedger {
  private order = 0

  constructor(private readonly store: DocumentStore) {
    for (const { order } of this.stored()) this.order = Math.max(this.order, order)
  }

  /** Consents left for one person and template. */
  quota(openid: string, templateId: string): number {
    return leftOf(internalDocument(this.store, 'consents', consentKey(openid, templateId)))
  }

  /** One more message may be sent: consents add up and do not expire. */
  async allow(openid: string, templateId: string): Promise<void> {
    await this.change(openid, templateId, (left) => left + 1)
  }

  /** The person withdrew consent in the settings: nothing is left. */
  async revoke(openid: string, templateId: string): Promise<void> {
    await this.change(openid, templateId, () => 0)
  }

  /**
   * @param uses consents that it takes: none for a long-term template, for which one holds until it is withdrawn
   * @returns false when no consent is left; nothing is recorded then
   */
  async send(message: SentMessage, uses: 0 | 1 = 1): Promise<boolean> {
    const messages = this.store.internal('messages')
    const document = { _id: randomUUID(), order: ++this.order, ...message }
    return this.store.write((transaction) => {
      const consents = this.store.internal('consents')
      const key = consentKey(message.openid, message.templateId)
      const current = internalDocument(this.store, 'consents', key, transaction)
      const left = leftOf(current)
      if (left <= 0) return false
      this.store.put(transaction, consents, key, { ...current, left: left - uses } as Document)
      this.store.put(
        transaction,
        messages,
        documentKey(document._id),
        document as unknown as Document,
      )
      return true
    })
  }

  /** Messages to one person, as his phone shows them; newest first. */
  list(openid: string): SentMessage[] {
    return this.newestFirst().filter((message) => message.openid === openid)
  }

  /**
   * Every message, newest first, with its day but neither its reader nor its instant: it may name a report, and
   * either would lead to whoever reported.
   */
  listForAll(): MessageOfDay[] {
    return this.newestFirst().map(({ title, templateId, page, fields, at }) => ({
      title,
      templateId,
      page,
      fields,
      day: beijingDay(at),
    }))
  }

  private newestFirst(): StoredMessage[] {
    return this.stored().sort((left, right) => right.order - left.order)
  }

  private stored(): StoredMessage[] {
    return internalDocuments(this.store, 'messages') as unknown as StoredMessage[]
  }

  private async change(
    openid: string,
    templateId: string,
    next: (left: number) => number,
  ): Promise<void> {
    const consents = this.store.internal('consents')
    const key = consentKey(openid, templateId)
    await this.store.write((transaction) => {
      const left = leftOf(internalDocument(this.store, 'consents', key, transaction))
      this.store.put(transaction, consents, key, { _id: key, openid, templateId, left: next(left) })
    })
  }
}

const beijingDay = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)

const leftOf = (consent: Document | null) => (typeof consent?.left === 'number' ? consent.left : 0)

const consentKey = (openid: string, templateId: string) => `${openid}\n${templateId}`
