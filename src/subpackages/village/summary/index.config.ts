export default definePageConfig({ navigationBarTitleText: '看法归纳和答复' })
