/**
 * Environment of every function's process: what CloudBase sets, pointed at this server, and nothing of the
 * environment the local cloud itself runs in.
 */
export function functionEnvironment(origin: string, envId: string): Record<string, string> {
  return {
    PATH: '/usr/local/bin:/usr/bin:/bin',
    LANG: 'C.UTF-8',
    TZ: 'Asia/Shanghai',
    // Without this the SDK asks the cloud's metadata service twice per call.
    TENCENTCLOUD: 'true',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    SCF_NAMESPACE: envId,
    TCB_ENV: envId,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${origin}/admin` }),
    // Windows cannot start node without it.
    ...(process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}),
  }
}
