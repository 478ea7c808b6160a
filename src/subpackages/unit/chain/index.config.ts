export default definePageConfig({ navigationBarTitleText: '定验收单位' })
