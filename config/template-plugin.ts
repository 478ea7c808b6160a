import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import attributes from './template-attributes.json'

interface MiniPlatform {
  runtimePath: string | string[]
  template?: {
    readonly internalComponents: Record<string, Record<string, string>>
    /** Written out twice, with and without the focus that no page of ours gives by itself. */
    readonly focusComponents: Set<string>
  }
}

/**
 * The attributes that pages of ours set, for each of the mini-program's own components: Taro's
 * template passes these and no others. It writes a view out once for each of fifteen depths, so
 * one attribute costs up to a kilobyte of the main package; a test reads every page for one that
 * the table lacks. Taro drops `aria-*`, without which a screen reader reads every button as plain
 * text; `i.role` fills WeChat's `aria-role` from the `role` that a browser reads, one name in the
 * source.
 * The runtime needs the same table, because template and runtime number the attributes in the
 * same order.
 */
export default (ctx: IPluginContext) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      const { template } = platform
      if (!template) return
      Object.assign(template.internalComponents, attributes)
      template.focusComponents.clear()
      platform.runtimePath = [
        platform.runtimePath,
        path.join(__dirname, 'template-runtime.js'),
      ].flat()
    },
  })
}
