import { internalComponents } from '@tarojs/shared'
import attributes from './template-attributes.json'

Object.assign(internalComponents, attributes)
