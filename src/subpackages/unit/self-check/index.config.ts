export default definePageConfig({ navigationBarTitleText: '办结前自查' })
