/** A refusal with its own code and a sentence that says what to do; nothing was changed by it. */
export class DeployError extends Error {
  constructor(code, message) {
    super(message)
    this.name = 'DeployError'
    this.code = code
  }
}

/**
 * What a person meets of the vendor's, in words: codes of the cloud's interfaces and of the SDK's own
 * gateway. The first that fits counts: `AuthFailure.UnauthorizedOperation` is a right that is lacking.
 */
const known = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|socket hang up/,
    'CLOUD.UNREACHABLE',
    '连不上腾讯云，请检查网络和代理后重试',
  ],
  [
    /SignatureExpire|signature is expired/i,
    'CLOUD.CLOCK',
    '本机时间与腾讯云相差太多（签名已过期），请校准时间后重试',
  ],
  [
    /UnauthorizedOperation|OperationDenied|NoPermission|PERMISSION_DENIED/i,
    'CLOUD.PERMISSION',
    '这把密钥没有修改的权限，请换一把有权限的',
  ],
  [
    /AuthFailure|InvalidCredential|SecretIdNotFound|SIGN_PARAM_INVALID/i,
    'CLOUD.CREDENTIALS',
    '密钥不对或已停用，请到控制台“访问密钥”核对',
  ],
  [
    /ResourceNotFound\.Env|EnvId|INVALID_ENV|not found/i,
    'CLOUD.ENVIRONMENT',
    '找不到这个环境，请核对环境编号',
  ],
  [/RequestLimitExceeded|LimitExceeded/i, 'CLOUD.LIMIT', '超过了平台的限额，请看原话'],
]

/** @returns {DeployError} the vendor's refusal as one of ours, its own words kept behind ours */
export const translated = (error, doing) => {
  if (error instanceof DeployError) return error
  const said = `${error?.code ?? ''} ${error?.message ?? error}`
  const match = known.find(([pattern]) => pattern.test(said))
  const [, code, words] = match ?? [null, 'CLOUD.REFUSED', '腾讯云没有接受这一步']
  return new DeployError(code, `${doing}：${words}。原话：${said.trim()}`)
}
