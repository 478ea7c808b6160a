import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import { added, dropped } from './template-attributes.json'

interface MiniPlatform {
  runtimePath: string | string[]
  template?: {
    readonly internalComponents: Record<string, Record<string, string>>
    mergeComponents(ctx: IPluginContext, components: object): void
  }
}

/**
 * Which attributes Taro's generated template passes to the mini-program's own components.
 * Added: `aria-*`, which it drops and without which a screen reader reads every button as plain
 * text; `i.role` fills WeChat's `aria-role` from the `role` that a browser reads, one name in the
 * source. Dropped: what no page of ours sets. The template writes a view out once for each of
 * fifteen depths, so one attribute costs about a kilobyte of the main package.
 * The runtime needs the same list, because template and runtime number the attributes in the same
 * order.
 */
export default (ctx: IPluginContext) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      const { template } = platform
      if (!template) return
      template.mergeComponents(ctx, added)
      for (const [name, attributes] of Object.entries(dropped))
        for (const attribute of attributes) delete template.internalComponents[name]![attribute]
      platform.runtimePath = [
        platform.runtimePath,
        path.join(__dirname, 'template-runtime.js'),
      ].flat()
    },
  })
}
