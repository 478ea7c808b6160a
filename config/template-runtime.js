import { internalComponents, mergeInternalComponents } from '@tarojs/shared'
import { added, dropped } from './template-attributes.json'

mergeInternalComponents(added)
for (const [name, attributes] of Object.entries(dropped))
  for (const attribute of attributes) delete internalComponents[name][attribute]
