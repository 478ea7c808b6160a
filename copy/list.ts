/** Words at the end of a list by pages. */
export const listWords = {
  partly: '期限靠前的已经查过，后面的还没有查。',
  goOn: '接着往后查',
}
