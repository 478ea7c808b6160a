export default definePageConfig({ navigationBarTitleText: '商定时间' })
