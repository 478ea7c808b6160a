export default definePageConfig({ navigationBarTitleText: '任务台账' })
