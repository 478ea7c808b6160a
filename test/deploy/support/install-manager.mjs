// Before the stand-in takes the place of every server: npm would ask it for the tool.
import { installManager } from '../../../scripts/deploy/manager.mjs'

installManager()
