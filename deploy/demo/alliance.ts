/** The demonstration's cast: what the first look at the system shows should be believable, small, and told in one minute. */

export interface DemoProduct {
  id: string;
  title: string;
  priceFen: number;
  commissionBps: number;
  categoryId: string;
}

export interface DemoBrand {
  id: string;
  name: string;
  techFeeBps?: number;
  /** From 4.60 on sales are held for seven days only. */
  shopScore?: number;
  supplyTier?: 'gold' | 'silver';
  /** What its products have in common, beside their brand. */
  common?: {
    belt?: string;
    guarantees?: Array<'refund-without-return' | 'return-freight-paid' | 'tenfold-if-fake'>;
    sampleRule?: { offered: boolean; minSettledOrders?: number; monthlyLimit?: number };
    /** Where its links lead; without one they show the product themselves. */
    url?: string;
  };
  products: DemoProduct[];
}

const goods = (brand: string, rows: Array<[string, number, number, string]>): DemoProduct[] =>
  rows.map(([title, priceFen, commissionBps, categoryId], i) => ({
    id: `p-${brand}-${i + 1}`,
    title,
    priceFen,
    commissionBps,
    categoryId,
  }));

export const brands: DemoBrand[] = [
  {
    id: 'br-qinghe',
    name: '青禾家居',
    supplyTier: 'gold',
    common: {
      belt: '南通家纺',
      guarantees: ['return-freight-paid', 'refund-without-return'],
      url: 'https://example.com/',
    },
    products: goods('qinghe', [
      ['天丝四件套', 39_900, 2_000, 'home.textiles.bedding'],
      ['乳胶枕', 12_900, 1_500, 'home.textiles.duvets-pillows'],
    ]),
  },
  {
    id: 'br-bailu',
    name: '白鹿瓷坊',
    techFeeBps: 300,
    shopScore: 470,
    supplyTier: 'silver',
    common: { belt: '景德镇陶瓷', sampleRule: { offered: true, minSettledOrders: 1, monthlyLimit: 20 } },
    products: goods('bailu', [
      ['手绘盖碗', 8_800, 2_500, 'jewellery.teaware'],
      ['青瓷茶叶罐', 15_800, 1_800, 'jewellery.teaware'],
    ]),
  },
  {
    id: 'br-shanjian',
    name: '山涧茶业',
    supplyTier: 'gold',
    common: { belt: '安溪茶叶', guarantees: ['tenfold-if-fake'], sampleRule: { offered: true } },
    products: goods('shanjian', [
      ['明前龙井 250克', 26_800, 3_000, 'food.drinks.tea'],
      ['老白茶饼', 19_900, 2_200, 'food.drinks.tea'],
    ]),
  },
  {
    id: 'br-haiyan',
    name: '海盐厨房',
    products: goods('haiyan', [
      ['铸铁炒锅', 32_900, 1_200, 'home.kitchen.cookware'],
      ['三层蒸锅', 21_900, 1_000, 'home.kitchen.cookware'],
    ]),
  },
  {
    id: 'br-nanfeng',
    name: '南风香氛',
    products: goods('nanfeng', [
      ['桂花香薰', 9_900, 2_800, 'beauty.fragrance'],
      ['雪松蜡烛', 6_900, 2_600, 'home.decoration'],
    ]),
  },
  {
    id: 'br-wushi',
    name: '乌石工坊',
    supplyTier: 'silver',
    common: { belt: '白沟箱包', guarantees: ['return-freight-paid'] },
    products: goods('wushi', [
      ['手工皮带', 16_900, 1_501, 'clothing.accessories'],
      ['托特包', 45_900, 1_333, 'shoes-bags.bags'],
    ]),
  },
  {
    id: 'br-xiaoman',
    name: '小满花艺',
    products: goods('xiaoman', [['一周鲜花', 5_900, 1_800, 'pets-plants.plants']]),
  },
  { id: 'br-muyan', name: '木言文具', products: goods('muyan', [['胡桃木笔筒', 7_900, 2_000, 'books.stationery']]) },
  { id: 'br-beiyu', name: '北屿灯具', products: goods('beiyu', [['磨砂台灯', 23_900, 1_700, 'home.lighting']]) },
  {
    id: 'br-shiguang',
    name: '拾光布艺',
    products: goods('shiguang', [['亚麻窗帘', 28_900, 1_100, 'home.textiles.curtains']]),
  },
  {
    id: 'br-zhixia',
    name: '知夏饰品',
    products: goods('zhixia', [['淡水珍珠项链', 18_800, 3_500, 'jewellery.pearls']]),
  },
  { id: 'br-yunshan', name: '云杉生活', products: goods('yunshan', [['保温杯', 9_900, 1_600, 'home.kitchen.cups']]) },
];

export const agency = { id: 'ag-xinghe', name: '星河MCN', agencyBps: 3_000 };

export interface DemoPromoter {
  id: string;
  name: string;
  withAgency?: boolean;
  /** Their own buyer id: a purchase by it earns them nothing. */
  buyerId?: string;
  reputation?: number;
}

export const promoters: DemoPromoter[] = [
  { id: 'pr-alan', name: '阿岚好物', withAgency: true },
  { id: 'pr-laozhou', name: '老周严选', buyerId: 'buyer-laozhou' },
  { id: 'pr-xiaolu', name: '小鹿逛街', withAgency: true },
  { id: 'pr-mangguo', name: '芒果姐姐' },
  { id: 'pr-daxiong', name: '大熊测评', reputation: 390 },
  { id: 'pr-susu', name: '苏苏的家' },
  { id: 'pr-muzi', name: '木子生活' },
  { id: 'pr-aken', name: '阿Ken爱宅' },
  { id: 'pr-chengzi', name: '橙子妈妈' },
  { id: 'pr-jiangnan', name: '江南小院' },
  { id: 'pr-qiqi', name: '七七推荐' },
  { id: 'pr-chuanzhang', name: '船长开箱' },
];

/** Whose goods a promoter sells: the brands beside them in the list, so that every brand has some. */
export function picksOf(index: number): DemoProduct[] {
  return [0, 1, 4].flatMap(step => brands[(index + step) % brands.length]!.products);
}
