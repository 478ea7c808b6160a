export default definePageConfig({ navigationBarTitleText: '收到过的通知' })
