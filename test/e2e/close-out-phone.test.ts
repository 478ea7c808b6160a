import type { Person } from './support/person'
import { onStage } from './support/stage'

jest.setTimeout(240_000)

/** Where a phone is what people have: checker, villager and inspector on the way to close-out. */
describe('the way to close-out, on the phone', () => {
  const stage = onStage()
  let person: Person
  beforeAll(() => {
    person = stage.person
  })

  const opensInLedger = async (task: RegExp) => {
    await person.opens('subpackages/unit/ledger/index')
    const search = person.page.getByPlaceholder('搜编号、单位、问题').filter({ visible: true })
    await search.last().fill(task.source)
    await person.reads(task)
    await person.taps(task)
    await person.reads('验收和办结')
  }

  it('a checker fills the form on site and signs with a finger', async () => {
    await person.become(/验收丙/)
    await opensInLedger(/秸秆露天焚烧/)
    await person.presses('现场核查')
    await person.reads('还有1项没看')
    await person.taps('到位')
    await person.taps('验收丁')
    await person.signs()
    await person.types('写一句结论', '网格划定，责任到人')
    await person.presses('通过，签名')
    await person.reads(/还没确认/)
  })

  it('a villager objects to what a notice says, and reads by when it is answered', async () => {
    await person.become(/群众乙/)
    await person.opens('pages/register/index')
    await person.taps(/水产养殖尾水未经沉淀/)
    await person.taps(/^公示还剩\d+个工作日/)
    await person.reads('谁查的')
    await person.taps('提出异议')
    await person.taps('没整改到位')
    await person.types('看到了什么', '沉淀池是干的，尾水还是直排')
    await person.types('怎么联系您', '13900000000')
    await person.presses('送出异议')
    await person.taps('允许')
    await person.reads(/^已送到，.*告诉您受不受理$/)
  })

  it('an inspector finds a closed task back, unannounced', async () => {
    await person.become(/督导员 市整改办/)
    await opensInLedger(/废弃农药包装物/)
    await person.presses('回头看')
    await person.taps('又反弹了')
    await person.types('看到了什么', '田头又堆了一袋')
    await person.presses('记下回头看')
    await person.reads('11月18日回头看，有反弹')
  })
})
