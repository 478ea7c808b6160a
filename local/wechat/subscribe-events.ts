import type { MessageLedger } from './message-ledger'
import type { MessagePush, PushedMessage } from './message-push'

/** What a person may answer to `requestSubscribeMessage`, for one template. */
export type Answer = 'accept' | 'reject' | 'ban' | 'filter'

/** WeChat's form: an object for one item, an array for several. */
const listOf = (items: readonly object[]) => (items.length === 1 ? items[0] : [...items])

export const subscribeEvent = (
  event: string,
  openid: string,
  items: readonly object[],
): PushedMessage => ({ Event: event, FromUserName: openid, List: listOf(items) })

/** What persons decide about messages, and the events that tell a function so. */
export class SubscribeEvents {
  constructor(
    private readonly ledger: MessageLedger,
    private readonly push: MessagePush | null,
  ) {}

  /** The person answered the popup. Only what was tapped is told: `ban` and `filter` are the platform's own. */
  async answered(openid: string, answers: Readonly<Record<string, Answer>>): Promise<void> {
    const tapped = Object.entries(answers).filter(
      ([, answer]) => answer === 'accept' || answer === 'reject',
    )
    for (const [id, answer] of tapped) if (answer === 'accept') await this.ledger.allow(openid, id)
    this.tell(
      'subscribe_msg_popup_event',
      openid,
      tapped.map(([TemplateId, SubscribeStatusString]) => ({
        TemplateId,
        SubscribeStatusString,
        PopupScene: '0',
      })),
    )
  }

  /** The person switched messages off, or on again, in the settings; only the first takes consents back. */
  async changed(
    openid: string,
    templateIds: readonly string[],
    outcome: 'accept' | 'reject',
  ): Promise<void> {
    if (outcome === 'reject') for (const id of templateIds) await this.ledger.revoke(openid, id)
    this.tell(
      'subscribe_msg_change_event',
      openid,
      templateIds.map((TemplateId) => ({ TemplateId, SubscribeStatusString: outcome })),
    )
  }

  /** A message reached the person. */
  sent(openid: string, templateId: string, msgId: string): void {
    const item = { TemplateId: templateId, MsgID: msgId, ErrorCode: '0', ErrorStatus: 'success' }
    this.tell('subscribe_msg_sent_event', openid, [item])
  }

  private tell(event: string, openid: string, items: readonly object[]): void {
    if (items.length > 0) this.push?.deliver(subscribeEvent(event, openid, items))
  }
}
