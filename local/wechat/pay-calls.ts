import { CloudError, invalidParam } from '../ground/cloud-error'
import type { Parameters } from '../ground/action'
import { readRequest, snake } from './read-request'

/** What a call of WeChat Pay must name, by the documents of the cloud's payment; of a list one is enough. */
const NEEDED: Readonly<Record<string, ReadonlyArray<string | readonly string[]>>> = {
  unified_order: ['body', 'out_trade_no', 'spbill_create_ip', 'sub_mch_id', 'total_fee'],
  query_order: ['sub_mch_id', ['transaction_id', 'out_trade_no']],
  close_order: ['sub_mch_id', 'out_trade_no'],
  refund: [
    'sub_mch_id',
    'out_refund_no',
    'total_fee',
    'refund_fee',
    ['transaction_id', 'out_trade_no'],
  ],
  query_refund: ['sub_mch_id', ['transaction_id', 'out_trade_no', 'out_refund_no', 'refund_id']],
  download_bill: ['sub_mch_id', 'bill_date', 'bill_type'],
}

/**
 * Nobody pays here: what is well-formed is refused as having no stand-in, what is not as the cloud refuses it.
 * @throws CloudError INVALID_PARAM | UNSUPPORTED_OPERATION
 */
export function refusePayment({ apiName, requestData }: Parameters): never {
  if (typeof apiName !== 'string' || apiName === '') throw invalidParam('apiName is missing')
  const name = snake(apiName.replace(/^\/+/, '').replace(/^cloudPay[./]/, ''))
  const needed = Object.hasOwn(NEEDED, name) ? NEEDED[name] : undefined
  if (!needed) throw invalidParam(`${apiName}:fail API not found (error code: -604100)`)
  const { data, ...direct } = readRequest(requestData)
  // The server SDK of mini-programs sends `{ api, data }`, others the fields themselves.
  const given = data === undefined ? direct : readRequest(data)
  const missing = needed.find((one) =>
    typeof one === 'string' ? isAbsent(given[one]) : one.every((either) => isAbsent(given[either])),
  )
  if (missing !== undefined)
    throw invalidParam(`${apiName}:fail ${[missing].flat().join(' or ')} is missing`)
  throw new CloudError('UNSUPPORTED_OPERATION', 'the local cloud has no stand-in for WeChat Pay')
}

const isAbsent = (value: unknown) => value === undefined || value === null || value === ''
