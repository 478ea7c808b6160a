import { randomBytes } from 'node:crypto'
import { isOpenid, refuse } from './reply'
import type { WeChatReply } from './reply'

const CODE_LIFE = 5 * 60_000

interface Issued {
  phone: string
  openid: string | null
  at: number
}

/** Codes that the button for sharing one's number would give: for one use within five minutes. */
export class PhoneCodes {
  private readonly issued = new Map<string, Issued>()

  constructor(
    private readonly appId: string,
    private readonly now: () => number,
  ) {}

  /**
   * Stands for the button.
   * @param phone with its country code (`+86 13800000000`) unless it is of mainland China
   * @param openid the person whose code it is; null when that does not matter
   */
  issue(phone: string, openid: string | null): string {
    const code = randomBytes(32).toString('hex')
    this.issued.set(code, { phone, openid, at: this.now() })
    return code
  }

  /** `POST /wxa/business/getuserphonenumber` */
  redeem({ code, openid }: Record<string, unknown>): WeChatReply {
    const issued = typeof code === 'string' ? this.issued.get(code) : undefined
    if (!issued) return refuse(40029, 'invalid code')
    if (openid !== undefined && (!isOpenid(openid) || ![null, openid].includes(issued.openid)))
      return refuse(40003)
    this.issued.delete(String(code))
    if (this.now() - issued.at >= CODE_LIFE) return refuse(40029, 'invalid code')
    const foreign = /^\+(\d{1,3})[ -](\d+)$/.exec(issued.phone)
    const countryCode = foreign?.[1] ?? '86'
    const purePhoneNumber = foreign?.[2] ?? issued.phone
    return {
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        // Numbers of other countries carry their code.
        phoneNumber: countryCode === '86' ? purePhoneNumber : `+${countryCode} ${purePhoneNumber}`,
        purePhoneNumber,
        countryCode,
        watermark: { timestamp: Math.floor(issued.at / 1000), appid: this.appId },
      },
    }
  }
}
