import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import attributes from './aria-attributes.json'

interface MiniPlatform {
  runtimePath: string | string[]
  template?: { mergeComponents(ctx: IPluginContext, components: object): void }
}

/**
 * Lets `aria-*` attributes through to the mini-program: Taro's generated template drops what it
 * does not know, and without them a screen reader reads every button as plain text. The runtime
 * needs the same list, because template and runtime number the attributes in the same order.
 * `i.role` fills WeChat's `aria-role` from the `role` that a browser reads: one name in the source.
 */
export default (ctx: IPluginContext) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      if (!platform.template) return
      platform.template.mergeComponents(ctx, attributes)
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'aria-runtime.js')].flat()
    },
  })
}
