export default definePageConfig({ navigationBarTitleText: '会在哪天提醒我' })
