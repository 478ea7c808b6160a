export default definePageConfig({ navigationBarTitleText: '上门听村民说' })
