export default definePageConfig({ navigationBarTitleText: '反映环境问题' })
